package dev.greengraph.simulator.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The message that a reply quotes.
 *
 * @param stanzaId id of the quoted message
 * @param participant who wrote it
 * @param shape how much of it the upstream still knows
 * @param content its content when it was quoted; null unless the shape is {@code FULL}
 */
public record QuotedContent(
        String stanzaId,
        String participant,
        Shape shape,
        @Nullable Content content) {

    /** How complete a quote is: content, only the reference (reactions), or original unknown. */
    public enum Shape {
        FULL,
        REFERENCE,
        UNRESOLVED
    }

    public static QuotedContent of(String stanzaId, String participant, Content content) {
        return new QuotedContent(stanzaId, participant, Shape.FULL, content);
    }

    public static QuotedContent reference(String stanzaId, String participant) {
        return new QuotedContent(stanzaId, participant, Shape.REFERENCE, null);
    }

    public static QuotedContent unresolved(String stanzaId, String participant) {
        return new QuotedContent(stanzaId, participant, Shape.UNRESOLVED, null);
    }

    /** Adds the key {@code quotedMessage} to an entry. */
    public void put(ObjectNode entry) {
        ObjectNode quoted = entry.putObject("quotedMessage");
        quoted.put("stanzaId", stanzaId).put("participant", participant);
        if (content != null) {
            quoted.put("typeMessage", content.type());
            content.payload().accept(quoted);
            putNoMarks(quoted);
        } else if (shape == Shape.UNRESOLVED) {
            quoted.put("type", "").put("typeMessage", "");
            putNoMarks(quoted);
        }
    }

    private static void putNoMarks(ObjectNode quoted) {
        quoted.put("deletedMessageId", "")
                .put("editedMessageId", "")
                .put("isEdited", false)
                .put("isDeleted", false);
    }
}
