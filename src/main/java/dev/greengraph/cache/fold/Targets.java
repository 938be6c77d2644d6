package dev.greengraph.cache.fold;

import dev.greengraph.upstream.row.MessageRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which message an event is about in the end. An edit may name the message, or the edit before it: then both are about the
 * message.
 */
final class Targets {

    /** More edits of edits than these are a circle. */
    private static final int LONGEST_CHAIN = 100;

    private final Map<Target, Target> ofEdits = new HashMap<>();

    /**
     * The name of a message; an id is unique only in its chat.
     *
     * @param chatId the upstream's id of the chat
     * @param messageId the upstream's id of the message
     */
    record Target(String chatId, String messageId) {}

    Targets(Collection<MessageRow> rows) {
        for (MessageRow row : rows) {
            RowEvent event = RowEvent.of(row);
            if (event != null && event.kind() == RowEvent.Kind.EDIT && row.idMessage() != null) {
                ofEdits.put(new Target(row.chat(), row.idMessage()), new Target(row.chat(), event.target()));
            }
        }
    }

    /** The message that is named by that id, or whose edit is. */
    Target of(String chatId, String messageId) {
        Target target = new Target(chatId, messageId);
        for (int i = 0; i < LONGEST_CHAIN && !ofEdits.isEmpty(); i++) {
            Target next = ofEdits.get(target);
            if (next == null) {
                return target;
            }
            target = next;
        }
        return target;
    }
}
