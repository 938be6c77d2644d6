package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.ListSection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Text with a menu to choose from.
 *
 * @param envelope what every message has
 * @param title the heading
 * @param body the text
 * @param footer the small print
 * @param buttonText what stands on the button that opens the menu
 * @param sections the sections of the menu
 */
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
