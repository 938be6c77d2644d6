package dev.greengraph.cache.window;

import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of one answer, made ready to be read: newest first, each message once, without the rows that say neither
 * their chat nor their time.
 */
public final class Window {

    /** A row in memory is about so many times its JSON: objects, references, two bytes for some characters. */
    public static final int MEMORY_PER_BYTE = 2;

    private static final long ALL = Long.MIN_VALUE;

    /** All that was answered; this may be a cut of it. */
    private final RowIndex index;
    /** Unix seconds; what is older is cut off. */
    private final long from;

    private final List<MessageRow> rows;
    private final int skipped;
    private final int entries;
    private final int bytes;
    private final boolean mayGoOn;

    private Window(RowIndex index, long from, int skipped, int entries, int bytes, boolean mayGoOn) {
        this.index = index;
        this.from = from;
        this.rows = RowIndex.since(index.rows(), from);
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
                RowIndex.of(complete),
                ALL,
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
    public int bytes() {
        return bytes;
    }

    /** The row of a message, if it is in the window. */
    public Optional<MessageRow> find(String chatId, String messageId) {
        return index.find(chatId, messageId).filter(row -> row.seconds() >= from);
    }

    /** The chats with a message in the window, latest activity first, each with its messages, newest first. */
    public Map<String, List<MessageRow>> byChat() {
        Map<String, List<MessageRow>> inside = new LinkedHashMap<>();
        for (Map.Entry<String, List<MessageRow>> chat : index.byChat().entrySet()) {
            List<MessageRow> newer = RowIndex.since(chat.getValue(), from);
            if (newer.isEmpty()) {
                break; // and so are those whose latest activity was earlier
            }
            inside.put(chat.getKey(), newer);
        }
        return inside;
    }

    /** The messages of one chat, newest first. */
    public List<MessageRow> ofChat(String chatId) {
        return RowIndex.since(index.byChat().getOrDefault(chatId, List.of()), from);
    }

    /** What is not older than a moment; costs next to nothing, however long the window. */
    public Window since(Instant moment) {
        return since(moment.getEpochSecond());
    }

    private Window since(long second) {
        return rows.isEmpty() || oldest() >= second
                ? this
                : new Window(index, second, skipped, entries, bytes, mayGoOn);
    }

    private long oldest() {
        return rows.get(rows.size() - 1).seconds();
    }

    /**
     * Without the messages of its oldest second: of a window that may go on, a part of that second may lie beyond its end,
     * and would come before a message that was already shown.
     */
    public Window withoutOldestSecond() {
        return rows.isEmpty() ? this : since(oldest() + 1);
    }

    /** Whether no message can be missing between this older, deeper window and a newer one. */
    public boolean reachesUpTo(Window newer) {
        return newer.rows.isEmpty() || (!rows.isEmpty() && rows.get(0).seconds() >= newer.oldest());
    }

    /** Two windows as one, each message once. */
    public Window merge(Window other) {
        List<MessageRow> both = new ArrayList<>(rows);
        both.addAll(other.rows);
        return new Window(
                RowIndex.of(both),
                ALL,
                skipped + other.skipped,
                entries + other.entries,
                bytes + other.bytes,
                mayGoOn || other.mayGoOn);
    }
}
