package dev.greengraph.graphql.paging;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What was really read for a list: between from and to nothing that the upstream has is missing.")
public record Coverage(
        @Description("The beginning of what was read; null if that reaches back to the first entry.") @Nullable
        Instant from,

        @Description(
                "The end of what was read: when the upstream answered, of two journals the one that answered first.")
        @NonNull
        Instant to,

        @Name("isComplete") @Description("Whether that is all that was asked for, as far as the upstream has it.")
        boolean isComplete,

        @Description("Why it is not; null if it is.") @Nullable
        IncompleteReason reason) {}
