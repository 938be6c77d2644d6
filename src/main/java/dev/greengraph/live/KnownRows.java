package dev.greengraph.live;

import dev.greengraph.live.history.Mark;
import dev.greengraph.upstream.row.MessageRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of one journal as they were read last; tells what a newer reading changed. Not for use by several threads. */
final class KnownRows {

    private final Map<String, Known> byPlace = new HashMap<>();
    private boolean hasBaseline;

    /**
     * A row that is new, or other than it was.
     *
     * @param before how it was; absent if it was not there
     */
    record Seen(MessageRow row, @Nullable Mark before) {

        /** By the time that the upstream gave. */
        static final Comparator<Seen> OLDEST_FIRST = Comparator.comparing(
                        (Seen seen) -> seen.row().saidSeconds())
                .thenComparing(seen -> seen.row().place());

        boolean isNew() {
            return before == null;
        }
    }

    /** A row with its mark, which is made when it is needed, and stays while the row looks the same. */
    static final class Known {

        private final MessageRow row;
        private @Nullable Mark mark;

        private Known(MessageRow row, @Nullable Mark mark) {
            this.row = row;
            this.mark = mark;
        }

        MessageRow row() {
            return row;
        }

        Mark mark() {
            Mark made = mark;
            if (made == null) {
                made = Mark.of(row);
                mark = made;
            }
            return made;
        }
    }

    /** Takes a newer reading and returns what it changed, oldest first. The first reading changes nothing. */
    List<Seen> learn(List<MessageRow> rows) {
        List<Seen> changes = new ArrayList<>();
        Map<String, Known> now = new HashMap<>(rows.size() * 2);
        for (MessageRow row : rows) {
            Known before = byPlace.get(row.place());
            if (before != null && isSame(before.row, row)) {
                now.put(row.place(), new Known(row, before.mark));
                continue;
            }
            now.put(row.place(), new Known(row, null));
            if (hasBaseline) {
                changes.add(new Seen(row, before == null ? null : before.mark()));
            }
        }
        byPlace.clear();
        byPlace.putAll(now);
        hasBaseline = true;
        changes.sort(Seen.OLDEST_FIRST);
        return changes;
    }

    /** Whether there was a reading. */
    boolean hasBaseline() {
        return hasBaseline;
    }

    void forEach(Consumer<Known> each) {
        byPlace.values().forEach(each);
    }

    /** Whether nothing that a reader sees is different; when something happened to it is not told by itself. */
    private static boolean isSame(MessageRow before, MessageRow now) {
        return Objects.equals(before.statusMessage(), now.statusMessage())
                && before.isEdited() == now.isEdited()
                && before.isDeleted() == now.isDeleted()
                && Objects.equals(before.typeMessage(), now.typeMessage())
                && before.payload().saysTheSame(now.payload())
                && Objects.equals(before.quotedMessage(), now.quotedMessage())
                && Objects.equals(before.raw(), now.raw());
    }
}
