package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Button;
import dev.greengraph.graphql.message.content.Envelope;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Text with buttons that answer.")
public record InteractiveButtonsReplyMessage(
        @Ignore Envelope envelope,
        @Description("The heading.") @Nullable String title,
        @Description("The text.") @Nullable String body,
        @Description("The small print.") @Nullable String footer,

        @Description("The buttons, in their order.") @NonNull
        List<@NonNull Button> buttons)
        implements Message {

    /** Keeps copies of the lists. */
    public InteractiveButtonsReplyMessage {
        buttons = List.copyOf(buttons);
    }
}
