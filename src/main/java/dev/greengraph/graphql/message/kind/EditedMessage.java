package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The event that a message was edited.")
public record EditedMessage(
        @Ignore Envelope envelope,

        @Description("The upstream's id of the message that was edited.") @NonNull
        String editedMessageId)
        implements Message {}
