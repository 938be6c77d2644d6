package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The event that a message was deleted.
 *
 * @param envelope what every message has
 * @param deletedMessageId the upstream's id of the message that was deleted
 */
@Description("The event that a message was deleted.")
public record DeletedMessage(
        @Ignore Envelope envelope,

        @Description("The upstream's id of the message that was deleted.") @NonNull
        String deletedMessageId)
        implements Message {}
