package dev.greengraph.graphql.directory;

import dev.greengraph.graphql.paging.Freshness;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What the messenger says about a person or a business. Null where it says nothing.")
public record ContactDetails(
        @Name("isBusiness") @Description("Whether it is a business account; null on MAX.") @Nullable
        Boolean isBusiness,

        @Description("The e-mail address of a business.") @Nullable
        String email,

        @Description("What kind of business it is.") @Nullable
        String category,

        @Description("What a business or a person says about itself.") @Nullable
        String description,

        @Description("When the person was last seen; most people hide it.") @Nullable
        Instant lastSeenAt,

        @Description("How old the data is.") @NonNull Freshness freshness) {}
