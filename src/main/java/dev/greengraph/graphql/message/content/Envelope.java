package dev.greengraph.graphql.message.content;

import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.Sender;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every message has; {@link Message} shows it. Each kind holds one, so that it adds only what is its own.
 *
 * @param id the global id
 * @param messageId the upstream's id
 * @param chat the chat it belongs to
 * @param direction which way it went
 * @param timestamp when it was received or sent, or when its delivery last changed
 * @param type its kind
 * @param upstreamType its kind as the upstream writes it, empty if it gives none
 * @param text what a list of chats would show
 * @param unavailable why there is a placeholder instead of the text or the file
 * @param sender who sent an incoming one
 * @param deliveryStatus how far an outgoing one got
 * @param sentByApi whether an outgoing one was sent through the API
 * @param forwarding whether and how often it was forwarded
 * @param isEdited whether an event edited it
 * @param isDeleted whether an event deleted it
 * @param quote what it replies or reacts to
 */
public record Envelope(
        String id,
        @Nullable String messageId,
        Chat chat,
        Direction direction,
        Instant timestamp,
        MessageType type,
        String upstreamType,
        @Nullable String text,
        @Nullable UnavailableReason unavailable,
        @Nullable Sender sender,
        @Nullable DeliveryStatus deliveryStatus,
        @Nullable Boolean sentByApi,
        Forwarding forwarding,
        boolean isEdited,
        boolean isDeleted,
        @Nullable Quote quote) {

    /** Whether and how often a message was forwarded. */
    public record Forwarding(boolean isForwarded, int score) {}
}
