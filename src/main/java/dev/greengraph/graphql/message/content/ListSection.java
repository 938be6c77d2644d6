package dev.greengraph.graphql.message.content;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A section of a menu.")
public record ListSection(
        @Description("The heading of the section.") @Nullable
        String title,

        @Description("The lines of the section.") @NonNull List<@NonNull ListRow> rows) {

    /** Keeps copies of the lists. */
    public ListSection {
        rows = List.copyOf(rows);
    }
}
