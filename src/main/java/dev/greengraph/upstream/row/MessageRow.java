package dev.greengraph.upstream.row;

import dev.greengraph.upstream.Moments;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32;
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
 * @param moments what that time means; absent without one
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
 * @param unedited the row as it was before an edit that came as an entry of its own was applied to it
 */
public record MessageRow(
        String type,
        @Nullable String idMessage,
        @Nullable Long timestamp,
        @Nullable Moments moments,
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
        @Nullable String raw,
        @Nullable MessageRow unedited) {

    /** The type of what the account sent. */
    static final String OUTGOING = "outgoing";

    private static final String INCOMING = "incoming";

    /** Sorts before every character of an id. */
    private static final String SEPARATOR = "\u0001";

    /** The same row with its raw entry. */
    MessageRow withRaw(String entry) {
        return with(type, moments, WellFormed.of(entry));
    }

    /** The same row with what more is known of its moments. */
    public MessageRow at(Moments known) {
        return known.equals(moments) ? this : with(type, known, raw);
    }

    /** The same message after that edit, which came as an entry of its own. */
    public MessageRow editedBy(Payload.Edited edit) {
        MessageRow before = unedited == null && !isEdited ? this : unedited;
        return changed(true, isDeleted, payload.editedBy(edit), before);
    }

    /** The same message after its deletion, which came as an entry of its own. */
    public MessageRow deleted() {
        return changed(isEdited, true, payload, unedited);
    }

    /**
     * The same message after its delivery changed.
     *
     * @param seconds when, in Unix seconds
     */
    public MessageRow delivered(String status, long seconds) {
        Moments later = new Moments(seconds, seconds).notSentAfter(seconds());
        return copy(type, seconds, later, status, isEdited, isDeleted, payload, raw, unedited);
    }

    private MessageRow with(String direction, @Nullable Moments known, @Nullable String entry) {
        return copy(direction, timestamp, known, statusMessage, isEdited, isDeleted, payload, entry, unedited);
    }

    private MessageRow changed(boolean edited, boolean deleted, Payload content, @Nullable MessageRow before) {
        return copy(type, timestamp, moments, statusMessage, edited, deleted, content, raw, before);
    }

    private MessageRow copy(
            String direction,
            @Nullable Long time,
            @Nullable Moments known,
            @Nullable String status,
            boolean edited,
            boolean deleted,
            Payload content,
            @Nullable String entry,
            @Nullable MessageRow before) {
        return new MessageRow(
                direction,
                idMessage,
                time,
                known,
                typeMessage,
                chatId,
                senderId,
                senderName,
                senderContactName,
                status,
                sendByApi,
                edited,
                deleted,
                content,
                quotedMessage,
                entry,
                before);
    }

    /** What is known of the moments of a complete row. */
    public Moments known() {
        return Objects.requireNonNull(moments);
    }

    /** When a complete row was sent or received, as far as that is known: its place in lists. Unix seconds. */
    public long seconds() {
        return known().sentAt();
    }

    /** The time of a complete row as the upstream gave it. Unix seconds. */
    public long saidSeconds() {
        return Objects.requireNonNull(timestamp);
    }

    /** Whether the account sent it. */
    public boolean isOutgoing() {
        return OUTGOING.equals(type);
    }

    /** In which chat, of a complete row. */
    public String chat() {
        return Objects.requireNonNull(chatId);
    }

    /**
     * What tells complete rows of one second apart, and orders them: the id, then the chat, then the direction. An id is
     * unique only in its chat; MAX makes some of the millisecond in which the upstream was asked to send. A note to oneself
     * is in both journals. Entries without an id are told apart by their content.
     */
    public String place() {
        return idMessage == null
                ? String.join(SEPARATOR, "", chat(), String.valueOf(typeMessage), type, contentMark())
                : String.join(SEPARATOR, idMessage, chat(), type);
    }

    /** A short mark of the content: equal for equal content. */
    public String contentMark() {
        CRC32 mark = new CRC32();
        mark.update((payload + String.valueOf(raw)).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(mark.getValue());
    }

    /** The same message in the other direction of a note to oneself. */
    public MessageRow inDirection(boolean isOutgoing) {
        return isOutgoing == isOutgoing() ? this : with(isOutgoing ? OUTGOING : INCOMING, moments, raw);
    }

    /** Whether it says in which chat and when: without that it cannot be placed anywhere. */
    public boolean isComplete() {
        return chatId != null && timestamp != null;
    }
}
