package dev.greengraph.upstream.row;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a journal, a history or the statuses: the fields that entries of every kind share.
 *
 * <p>Source: upstream manual, journals; samples {@code upstream/whatsapp}, {@code upstream/whatsapp-legacy},
 * {@code upstream/max}.
 *
 * @param type {@code incoming} or {@code outgoing}
 * @param idMessage absent on {@code incomingBlock} and on incomplete entries
 * @param timestamp Unix seconds; in the outgoing journal of the last action
 * @param typeMessage the kind; may be absent or unknown
 * @param chatId absent on incomplete entries
 * @param senderId incoming only; may be another id than the chat's even in a personal chat
 * @param senderName incoming only; the sender's own name
 * @param senderContactName incoming only; the name in the account's address book
 * @param statusMessage outgoing only; an open set
 * @param sendByApi outgoing only; absent in old answers
 * @param isEdited whether an event edited it
 * @param isDeleted whether an event deleted it
 * @param payload the fields of its kind
 * @param quotedMessage what it quotes, whatever its own kind
 * @param raw the entry as JSON text, kept only if its kind is unknown or its payload unusable
 */
public record MessageRow(
        String type,
        @Nullable String idMessage,
        @Nullable Long timestamp,
        @Nullable String typeMessage,
        @Nullable String chatId,
        @Nullable String senderId,
        @Nullable String senderName,
        @Nullable String senderContactName,
        @Nullable String statusMessage,
        @Nullable Boolean sendByApi,
        boolean isEdited,
        boolean isDeleted,
        Payload payload,
        @Nullable QuotedRow quotedMessage,
        @Nullable String raw) {

    /** Sorts before every character of an id. */
    private static final String SEPARATOR = "\u0001";

    /** The same row with its raw entry. */
    MessageRow withRaw(String entry) {
        return new MessageRow(
                type,
                idMessage,
                timestamp,
                typeMessage,
                chatId,
                senderId,
                senderName,
                senderContactName,
                statusMessage,
                sendByApi,
                isEdited,
                isDeleted,
                payload,
                quotedMessage,
                WellFormed.of(entry));
    }

    /** When it happened, of a complete row: Unix seconds. */
    public long seconds() {
        return Objects.requireNonNull(timestamp);
    }

    /** In which chat, of a complete row. */
    public String chat() {
        return Objects.requireNonNull(chatId);
    }

    /**
     * What tells complete rows of one second apart, and orders them: the id, then the chat. An id is unique only in its
     * chat; MAX makes some of the millisecond in which the upstream was asked to send.
     */
    public String place() {
        return idMessage == null
                ? String.join(SEPARATOR, "", chat(), String.valueOf(typeMessage))
                : String.join(SEPARATOR, idMessage, chat());
    }

    /** Whether it says in which chat and when: without that it cannot be placed anywhere. */
    public boolean isComplete() {
        return chatId != null && timestamp != null;
    }
}
