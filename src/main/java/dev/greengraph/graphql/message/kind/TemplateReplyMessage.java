package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

@Description("The answer to a business template.")
public record TemplateReplyMessage(
        @Ignore Envelope envelope,

        @Description("The upstream's id of the message that offered the choice.") @Nullable
        String repliedToMessageId,

        @Description("The id of what was chosen.") @Nullable String selectedId,

        @Description("The text of what was chosen.") @Nullable
        String selectedText)
        implements Message {}
