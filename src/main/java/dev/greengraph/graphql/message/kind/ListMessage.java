package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.ListSection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Text with a menu to choose from.")
public record ListMessage(
        @Ignore Envelope envelope,
        @Description("The heading.") @Nullable String title,
        @Description("The text.") @Nullable String body,
        @Description("The small print.") @Nullable String footer,

        @Description("What stands on the button that opens the menu.") @Nullable
        String buttonText,

        @Description("The sections of the menu.") @NonNull List<@NonNull ListSection> sections)
        implements Message {

    /** Keeps copies of the lists. */
    public ListMessage {
        sections = List.copyOf(sections);
    }
}
