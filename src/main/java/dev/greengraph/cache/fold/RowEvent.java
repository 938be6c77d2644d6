package dev.greengraph.cache.fold;

import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import dev.greengraph.upstream.row.QuotedRow;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says about another message of its chat.
 *
 * @param kind what happened to the other message
 * @param target the upstream's id of the other message
 */
public record RowEvent(Kind kind, String target) {

    /** What can happen to a message. */
    public enum Kind {
        /** Its text or caption was changed. */
        EDIT,
        /** It was deleted. */
        DELETION,
        /** Somebody reacted to it, or took that back. */
        REACTION,
        /** Somebody voted in it: it is a poll. */
        VOTE
    }

    /** The event that a row reports; null if it is a message itself, or does not say which message it is about. */
    public static @Nullable RowEvent of(MessageRow row) {
        Kind kind = kind(row);
        if (kind == null || row.raw() != null) {
            return null;
        }
        String target = target(kind, row);
        return target == null ? null : new RowEvent(kind, target);
    }

    /** The kind of event by the row's type, whether or not it says what it is about; null for a message. */
    private static @Nullable Kind kind(MessageRow row) {
        return switch (String.valueOf(row.typeMessage())) {
            case "editedMessage" -> Kind.EDIT;
            case "deletedMessage" -> Kind.DELETION;
            case "reactionMessage" -> Kind.REACTION;
            case "pollUpdateMessage" -> Kind.VOTE;
            default -> null;
        };
    }

    private static @Nullable String target(Kind kind, MessageRow row) {
        Payload payload = row.payload();
        QuotedRow quoted = row.quotedMessage();
        return switch (kind) {
            case EDIT ->
                payload.editedMessageData() == null
                        ? null
                        : payload.editedMessageData().stanzaId();
            case DELETION ->
                payload.deletedMessageData() == null
                        ? null
                        : payload.deletedMessageData().stanzaId();
            case VOTE ->
                payload.pollMessageData() == null
                        ? null
                        : payload.pollMessageData().stanzaId();
            case REACTION -> quoted == null ? null : quoted.stanzaId();
        };
    }

    /** Whether a person wrote the row: it is neither an event, even one without a target, nor the note that a chat is blocked. */
    public static boolean isWritten(MessageRow row) {
        return kind(row) == null && !"incomingBlock".equals(row.typeMessage());
    }
}
