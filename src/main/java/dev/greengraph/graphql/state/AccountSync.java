package dev.greengraph.graphql.state;

import dev.greengraph.graphql.paging.Freshness;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("How far the upstream has read what was in an account before it was connected.")
public record AccountSync(
        @Description(
                "In percent, 0 to 100; below 100 the journals are still being filled. Null if the upstream does not"
                        + " say it.")
        @Nullable
        Integer progress,

        @Description("Until when the messenger keeps the account from sending; null if it does not.") @Nullable
        Instant suspendedUntil,

        @Description("How old the data is.") @NonNull Freshness freshness) {}
