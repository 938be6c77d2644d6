package dev.greengraph.cache.fold;

import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.QuotedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a window that are about other messages (events and quotes), by the message that they are about. */
public final class FoldIndex {

    private final Map<Targets.Target, List<MessageRow>> about = new HashMap<>();
    private final Targets targets;

    /** The index of those rows; to be made once for a window. */
    public FoldIndex(List<MessageRow> rows) {
        targets = new Targets(rows);
        for (MessageRow row : rows) {
            RowEvent event = RowEvent.of(row);
            QuotedRow quoted = row.quotedMessage();
            if (event != null) {
                add(row, event.target());
            } else if (quoted != null && quoted.stanzaId() != null) {
                add(row, quoted.stanzaId());
            }
        }
    }

    private void add(MessageRow row, String target) {
        about.computeIfAbsent(targets.of(row.chat(), target), first -> new ArrayList<>(2))
                .add(row);
    }

    /** The rows about a message, in the order of the window. */
    public List<MessageRow> about(String chatId, String messageId) {
        return about.getOrDefault(new Targets.Target(chatId, messageId), List.of());
    }

    /** The id of the message that an event is about in the end: that of an edit of an edit is the first message. */
    public String target(MessageRow row, RowEvent event) {
        return targets.of(row.chat(), event.target()).messageId();
    }
}
