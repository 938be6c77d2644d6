package dev.greengraph.live;

import dev.greengraph.upstream.row.MessageRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of one journal as they were read last; tells what a newer reading changed. Not for use by several threads. */
final class KnownRows {

    private static final Comparator<Seen> OLDEST_FIRST = Comparator.comparing(
                    (Seen seen) -> seen.row().saidSeconds())
            .thenComparing(seen -> seen.row().place());

    private final Map<String, MessageRow> byPlace = new HashMap<>();
    private boolean hasBaseline;

    /**
     * A row that is new, or other than it was.
     *
     * @param isNew whether it was not there before
     */
    record Seen(MessageRow row, boolean isNew) {}

    /** Takes a newer reading and returns what it changed, oldest first. The first reading changes nothing. */
    List<Seen> learn(List<MessageRow> rows) {
        List<Seen> changes = new ArrayList<>();
        Map<String, MessageRow> now = new HashMap<>(rows.size() * 2);
        for (MessageRow row : rows) {
            MessageRow before = byPlace.get(row.place());
            if (hasBaseline && (before == null || !isSame(before, row))) {
                changes.add(new Seen(row, before == null));
            }
            now.put(row.place(), row);
        }
        byPlace.clear();
        byPlace.putAll(now);
        hasBaseline = true;
        changes.sort(OLDEST_FIRST);
        return changes;
    }

    /** Whether nothing that a reader sees is different; when something happened to it is not told by itself. */
    private static boolean isSame(MessageRow before, MessageRow now) {
        return Objects.equals(before.statusMessage(), now.statusMessage())
                && before.isEdited() == now.isEdited()
                && before.isDeleted() == now.isDeleted()
                && Objects.equals(before.typeMessage(), now.typeMessage())
                && before.payload().equals(now.payload())
                && Objects.equals(before.quotedMessage(), now.quotedMessage())
                && Objects.equals(before.raw(), now.raw());
    }
}
