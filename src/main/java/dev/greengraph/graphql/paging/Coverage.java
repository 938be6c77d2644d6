package dev.greengraph.graphql.paging;

import dev.greengraph.graphql.property.HoldsFields;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What was really read for a list.
 *
 * @param empty what is known of the list if it is empty; absent if it is not
 */
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
        IncompleteReason reason,

        @Ignore @Nullable EmptyList empty)
        implements HoldsFields {

    /** Of a list that has entries, as far as is known. */
    public Coverage(@Nullable Instant from, Instant to, boolean isComplete, @Nullable IncompleteReason reason) {
        this(from, to, isComplete, reason, null);
    }

    /**
     * The same, of a list with so many entries.
     *
     * @param ifEmpty what is known of it if there are none
     */
    public Coverage of(int entries, EmptyList ifEmpty) {
        return entries > 0 ? this : new Coverage(from, to, isComplete, reason, ifEmpty);
    }

    @Override
    public boolean holds(String field, Map<String, Object> arguments) {
        return empty == null || empty.hasMore();
    }
}
