package dev.greengraph.journal;

import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one answer, made ready to be read: newest first, each message once, without the rows that say neither
 * their chat nor their time.
 *
 * <p>Two rows of one message: the one with the later state wins. It has the later time (the outgoing journal gives that
 * of the last action), at the same time the further delivery.
 */
public final class Window {

    /** Newest first; rows of one second by their place, so that the order never depends on the upstream's. */
    private static final Comparator<MessageRow> NEWEST_FIRST = Comparator.comparing(MessageRow::seconds)
            .thenComparing(MessageRow::place)
            .reversed();

    /** A row in memory is about so many times its JSON: objects, references, two bytes for some characters. */
    static final int MEMORY_PER_BYTE = 2;

    private static final List<String> DELIVERY = List.of("", "pending", "sent", "delivered", "read");

    private final List<MessageRow> rows;
    private final Map<Name, MessageRow> byName;
    private final int skipped;
    private final int entries;
    private final int bytes;
    private final boolean mayGoOn;
    private volatile @Nullable Map<String, List<MessageRow>> byChat;
    private volatile @Nullable Cut lastCut;

    private Window(Collection<MessageRow> complete, int skipped, int entries, int bytes, boolean mayGoOn) {
        Map<Object, MessageRow> unique = new LinkedHashMap<>();
        complete.forEach(row -> unique.merge(identity(row), row, Window::later));
        List<MessageRow> sorted = new ArrayList<>(unique.values());
        sorted.sort(NEWEST_FIRST);
        this.rows = List.copyOf(sorted);
        this.byName = new HashMap<>();
        this.rows.stream()
                .filter(row -> row.idMessage() != null)
                .forEach(row -> byName.put(new Name(row.chat(), row.idMessage()), row));
        this.skipped = skipped;
        this.entries = entries;
        this.bytes = bytes;
        this.mayGoOn = mayGoOn;
    }

    /** Makes a window of an answer that holds all there is. */
    public static Window of(Rows answer) {
        return of(answer, Integer.MAX_VALUE);
    }

    /**
     * Makes a window of an answer.
     *
     * @param asked how many entries were asked for: if so many came, there may be more
     */
    public static Window of(Rows answer, int asked) {
        List<MessageRow> complete =
                answer.rows().stream().filter(MessageRow::isComplete).toList();
        return new Window(
                complete,
                answer.entries() - complete.size(),
                answer.entries(),
                MEMORY_PER_BYTE * answer.bytes(),
                answer.entries() >= asked);
    }

    /** The messages, newest first, no message twice. */
    public List<MessageRow> rows() {
        return rows;
    }

    /** Entries of the answer that are too incomplete to show. */
    public int skipped() {
        return skipped;
    }

    /** Whether the upstream may have more than it answered. */
    public boolean mayGoOn() {
        return mayGoOn;
    }

    /** All entries of the answer, also those that cannot be shown. */
    public int entries() {
        return entries;
    }

    /** Estimated size in memory. */
    int bytes() {
        return bytes;
    }

    /** The row of a message, if it is in the window. */
    public Optional<MessageRow> find(String chatId, String messageId) {
        return Optional.ofNullable(byName.get(new Name(chatId, messageId)));
    }

    /** The chats with a message in the window, latest activity first, each with its messages, newest first. */
    public Map<String, List<MessageRow>> byChat() {
        Map<String, List<MessageRow>> index = byChat;
        if (index == null) {
            index = new LinkedHashMap<>();
            for (MessageRow row : rows) {
                index.computeIfAbsent(row.chat(), chat -> new ArrayList<>()).add(row);
            }
            byChat = index;
        }
        return index;
    }

    /** The messages of one chat, newest first. */
    public List<MessageRow> ofChat(String chatId) {
        return byChat().getOrDefault(chatId, List.of());
    }

    /** What is not older than a moment. The last cut is kept: the fields of a query, and queries alike, cut the same. */
    Window since(Instant moment) {
        Cut cut = lastCut;
        if (cut == null || !cut.moment().equals(moment)) {
            cut = new Cut(moment, cutAt(moment));
            lastCut = cut;
        }
        return cut.rest();
    }

    private Window cutAt(Instant moment) {
        int end = rows.size();
        while (end > 0 && isOlder(rows.get(end - 1), moment)) {
            end--;
        }
        return end == rows.size() ? this : new Window(rows.subList(0, end), skipped, entries, bytes, mayGoOn);
    }

    /**
     * Without the messages of its oldest second: of a window that may go on, a part of that second may lie beyond its end,
     * and would come before a message that was already shown.
     */
    public Window withoutOldestSecond() {
        return rows.isEmpty()
                ? this
                : since(Instant.ofEpochSecond(rows.get(rows.size() - 1).seconds() + 1));
    }

    /** Whether no message can be missing between this older, deeper window and a newer one. */
    public boolean reachesUpTo(Window newer) {
        return newer.rows.isEmpty()
                || (!rows.isEmpty()
                        && rows.get(0).seconds()
                                >= newer.rows.get(newer.rows.size() - 1).seconds());
    }

    /** Two windows as one, each message once. */
    public Window merge(Window other) {
        List<MessageRow> both = new ArrayList<>(rows);
        both.addAll(other.rows);
        return new Window(
                both, skipped + other.skipped, entries + other.entries, bytes + other.bytes, mayGoOn || other.mayGoOn);
    }

    private static boolean isOlder(MessageRow row, Instant moment) {
        return row.seconds() < moment.getEpochSecond();
    }

    private static Object identity(MessageRow row) {
        return row.idMessage() == null
                ? List.of(row.seconds(), row.chat(), String.valueOf(row.typeMessage()))
                : new Name(row.chat(), row.idMessage());
    }

    private static MessageRow later(MessageRow first, MessageRow second) {
        int byTime = Long.compare(first.seconds(), second.seconds());
        return byTime < 0 || (byTime == 0 && progress(second) > progress(first)) ? second : first;
    }

    private static int progress(MessageRow row) {
        int marks = (row.isEdited() ? 1 : 0) + (row.isDeleted() ? 2 : 0);
        int delivery = row.statusMessage() == null ? 0 : DELIVERY.indexOf(row.statusMessage());
        return 4 * (delivery < 0 ? DELIVERY.size() : delivery) + marks;
    }

    private record Cut(Instant moment, Window rest) {}

    /** What names a message: the id alone does not, see {@link MessageRow#place}. */
    private record Name(String chatId, String messageId) {}
}
