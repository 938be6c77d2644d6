package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The event that a message was deleted.")
public record DeletedMessage(
        @Ignore Envelope envelope,

        @Description("The upstream's id of the message that was deleted.") @NonNull
        String deletedMessageId)
        implements Message {}
