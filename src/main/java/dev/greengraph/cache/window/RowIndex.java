package dev.greengraph.cache.window;

import dev.greengraph.cache.fold.AppliedEvents;
import dev.greengraph.upstream.row.MessageRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Complete rows, newest first and each message once, found by name and by chat. All windows that are cut of one share it.
 *
 * <p>Two rows of one message: the one with the later state wins. It has the later time (the outgoing journal gives that
 * of the last action), at the same time the further delivery.
 */
final class RowIndex {

    /** Newest first; rows of one second by their place, so that the order never depends on the upstream's. */
    private static final Comparator<MessageRow> NEWEST_FIRST = Comparator.comparing(MessageRow::seconds)
            .thenComparing(MessageRow::place)
            .reversed();

    private static final List<String> DELIVERY = List.of("", "pending", "sent", "delivered", "read");

    private final List<MessageRow> rows;
    private final Map<Name, MessageRow> byName = new HashMap<>();
    private final long oldestSaid;
    private final long newestSaid;
    private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, List<MessageRow>> byChat;

    private RowIndex(List<MessageRow> rows) {
        this.rows = rows;
        LongSummaryStatistics said =
                rows.stream().mapToLong(MessageRow::saidSeconds).summaryStatistics();
        this.oldestSaid = said.getMin();
        this.newestSaid = said.getMax();
        rows.stream()
                .filter(row -> row.idMessage() != null)
                .forEach(row -> byName.put(new Name(row.chat(), row.idMessage(), row.isOutgoing()), row));
    }

    static RowIndex of(Collection<MessageRow> complete) {
        Map<Object, MessageRow> unique = new LinkedHashMap<>();
        complete.forEach(row -> unique.merge(identity(row), row, RowIndex::later));
        return new RowIndex(
                AppliedEvents.to(unique.values().stream().sorted(NEWEST_FIRST).toList()));
    }

    /**
     * The same rows and newer ones, which replace those of the same messages.
     *
     * @param from rows of which the upstream gave an older time are left out
     * @param limit most rows; those of which it gave the newest times stay
     */
    RowIndex continuedBy(RowIndex newer, long from, int limit) {
        Map<Object, MessageRow> all = new LinkedHashMap<>();
        newer.rows.forEach(row -> all.put(identity(row), row));
        List<MessageRow> kept = rows.stream()
                .filter(row -> row.saidSeconds() >= from && !all.containsKey(identity(row)))
                .toList();
        AppliedEvents.since(rows, newer.rows).onto(kept).forEach(row -> all.put(identity(row), row));
        List<MessageRow> newest = all.values().stream()
                .sorted(Comparator.comparing(MessageRow::saidSeconds).reversed())
                .limit(limit)
                .toList();
        return of(newest);
    }

    /** Those of these rows, newest first, that are not older than the one second and older than the other. */
    static List<MessageRow> between(List<MessageRow> newestFirst, long from, long to) {
        int begin = to == Long.MAX_VALUE ? 0 : notOlder(newestFirst, to);
        return newestFirst.subList(begin, Math.max(begin, notOlder(newestFirst, from)));
    }

    /** How many of these rows, newest first, are not older than that second. */
    private static int notOlder(List<MessageRow> newestFirst, long second) {
        int inside = 0;
        int older = newestFirst.size();
        while (inside < older) {
            int middle = (inside + older) >>> 1;
            if (newestFirst.get(middle).seconds() >= second) {
                inside = middle + 1;
            } else {
                older = middle;
            }
        }
        return inside;
    }

    List<MessageRow> rows() {
        return rows;
    }

    /** The oldest time that the upstream gave; the largest number without rows. */
    long oldestSaid() {
        return oldestSaid;
    }

    /** The newest time that the upstream gave; the smallest number without rows. */
    long newestSaid() {
        return newestSaid;
    }

    Optional<MessageRow> find(String chatId, String messageId) {
        return find(chatId, messageId, false).or(() -> find(chatId, messageId, true));
    }

    Optional<MessageRow> find(String chatId, String messageId, boolean isOutgoing) {
        return Optional.ofNullable(byName.get(new Name(chatId, messageId, isOutgoing)));
    }

    /** Latest activity first; made when it is first asked for. */
    Map<String, List<MessageRow>> byChat() {
        Map<String, List<MessageRow>> index = byChat;
        if (index == null) {
            index = new LinkedHashMap<>();
            for (MessageRow row : rows) {
                index.computeIfAbsent(row.chat(), chat -> new ArrayList<>()).add(row);
            }
            index.replaceAll((chat, ofChat) -> Collections.unmodifiableList(ofChat));
            byChat = index;
        }
        return index;
    }

    <T> T once(Class<T> type, Function<List<MessageRow>, T> make) {
        return type.cast(made.computeIfAbsent(type, first -> make.apply(rows)));
    }

    private static Object identity(MessageRow row) {
        return row.idMessage() == null
                ? List.of(row.seconds(), row.place())
                : new Name(row.chat(), row.idMessage(), row.isOutgoing());
    }

    private static MessageRow later(MessageRow first, MessageRow second) {
        int byTime = Long.compare(first.saidSeconds(), second.saidSeconds());
        boolean isSecond = byTime < 0 || (byTime == 0 && progress(second) > progress(first));
        MessageRow later = isSecond ? second : first;
        return later.at(later.known().notSentAfter(Math.min(first.seconds(), second.seconds())));
    }

    private static int progress(MessageRow row) {
        int marks = (row.isEdited() ? 1 : 0) + (row.isDeleted() ? 2 : 0);
        int delivery = row.statusMessage() == null ? 0 : DELIVERY.indexOf(row.statusMessage());
        return 4 * (delivery < 0 ? DELIVERY.size() : delivery) + marks;
    }

    /** What names a message: the id alone does not, see {@link MessageRow#place}. */
    private record Name(String chatId, String messageId, boolean isOutgoing) {}
}
