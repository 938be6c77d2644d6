package dev.greengraph.cache.window;

import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one answer, made ready to be read: newest first, each message once, without the rows that say neither
 * their chat nor their time. All ways to cut and to join windows are in one file: each must keep what is known of the answer.
 */
public final class Window {

    /** A row in memory is about so many times its JSON: objects, references, two bytes for some characters. */
    public static final int MEMORY_PER_BYTE = 2;

    private static final long ALL = Long.MIN_VALUE;
    private static final long NO_END = Long.MAX_VALUE;

    /** All that was answered; this may be a cut of it. */
    private final RowIndex index;
    /** Unix seconds; what is older is cut off. */
    private final long from;
    /** Unix seconds; what is not older is cut off. */
    private final long to;
    /** Unix seconds; before that something may be missing. */
    private final long completeFrom;

    private final List<MessageRow> rows;
    private final int skipped;
    private final int entries;
    private final int bytes;
    private final boolean mayGoOn;
    /** When it was read whole, if this was made of that and of parts. */
    private final @Nullable Instant wholeAt;

    private Window(
            RowIndex index,
            long from,
            long to,
            long completeFrom,
            int skipped,
            int entries,
            int bytes,
            boolean mayGoOn,
            @Nullable Instant wholeAt) {
        this.index = index;
        this.from = from;
        this.to = to;
        this.completeFrom = completeFrom;
        this.rows = RowIndex.between(index.rows(), from, to);
        this.skipped = skipped;
        this.entries = entries;
        this.bytes = bytes;
        this.mayGoOn = mayGoOn;
        this.wholeAt = wholeAt;
    }

    /** Makes a window of an answer that holds all there is. */
    public static Window of(Rows answer) {
        return of(answer, Integer.MAX_VALUE, false);
    }

    /**
     * Makes a window of an answer.
     *
     * @param asked how many entries were asked for: if so many came, there may be more
     */
    public static Window of(Rows answer, int asked) {
        return of(answer, asked, answer.entries() >= asked);
    }

    /**
     * Makes a window of a journal, of which the upstream gives the newest entries only.
     *
     * @param limit most entries that it gives: if so many came, it may have left out older ones, for which it cannot be asked
     */
    public static Window ofJournal(Rows answer, int limit) {
        return of(answer, limit, false);
    }

    private static Window of(Rows answer, int most, boolean mayGoOn) {
        List<MessageRow> complete =
                answer.rows().stream().filter(MessageRow::isComplete).toList();
        RowIndex index = RowIndex.of(complete);
        boolean isCut = answer.entries() >= most && !complete.isEmpty();
        return new Window(
                index,
                ALL,
                NO_END,
                isCut ? index.oldestSaid() + 1 : ALL,
                answer.entries() - complete.size(),
                answer.entries(),
                MEMORY_PER_BYTE * answer.bytes(),
                mayGoOn,
                null);
    }

    /**
     * The journal as it is now, made of this one and of what its last minutes are now. What it holds of an entry that is not
     * among those stays, with the edits and deletions that are.
     *
     * @param part the answer for the last minutes
     * @param limit most entries of the journal that the upstream gives
     * @param wholeAt when it was read whole
     * @param begin what the upstream says to be older is no longer part of it
     */
    public Window continuedBy(Rows part, int limit, Instant wholeAt, Instant begin) {
        List<MessageRow> complete =
                part.rows().stream().filter(MessageRow::isComplete).toList();
        RowIndex continued = index.continuedBy(RowIndex.of(complete), begin.getEpochSecond(), limit);
        int missing = Math.max(skipped, part.entries() - complete.size());
        int all = continued.rows().size() + missing;
        boolean isCut = all >= limit && !continued.rows().isEmpty();
        boolean wasCut = completeFrom > begin.getEpochSecond();
        long bytesOfEntry = (bytes + (long) MEMORY_PER_BYTE * part.bytes()) / Math.max(1, entries + part.entries());
        return new Window(
                continued,
                ALL,
                NO_END,
                isCut ? continued.oldestSaid() + 1 : wasCut ? completeFrom : ALL,
                missing,
                all,
                (int) (bytesOfEntry * all),
                false,
                wholeAt);
    }

    /** When it was read whole; empty if it is as one answer gave it. */
    public Optional<Instant> wholeAt() {
        return Optional.ofNullable(wholeAt);
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

    /** The moment from which on nothing is missing; empty if the answer holds all there is. */
    public Optional<Instant> completeFrom() {
        return completeFrom == ALL ? Optional.empty() : Optional.of(Instant.ofEpochSecond(completeFrom));
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
        return index.find(chatId, messageId).filter(this::isInside);
    }

    /** The same of one direction: a note to oneself has both. */
    public Optional<MessageRow> find(String chatId, String messageId, boolean isOutgoing) {
        return index.find(chatId, messageId, isOutgoing).filter(this::isInside);
    }

    private boolean isInside(MessageRow row) {
        return row.seconds() >= from && row.seconds() < to;
    }

    /**
     * The chats with a message in the window, each with its messages, newest first; the chat with the latest activity first,
     * which may lie after the end of the window.
     */
    public Map<String, List<MessageRow>> byChat() {
        Map<String, List<MessageRow>> inside = new LinkedHashMap<>();
        for (Map.Entry<String, List<MessageRow>> chat : index.byChat().entrySet()) {
            if (chat.getValue().get(0).seconds() < from) {
                break; // and so are those whose latest activity was earlier
            }
            List<MessageRow> ofWindow = RowIndex.between(chat.getValue(), from, to);
            if (!ofWindow.isEmpty()) {
                inside.put(chat.getKey(), ofWindow);
            }
        }
        return inside;
    }

    /** The messages of one chat, newest first. */
    public List<MessageRow> ofChat(String chatId) {
        return RowIndex.between(index.byChat().getOrDefault(chatId, List.of()), from, to);
    }

    /**
     * What is made of all rows of the answer, newest first; made once for all windows that are cut of it.
     *
     * @param type names what is made
     */
    public <T> T once(Class<T> type, Function<List<MessageRow>, T> make) {
        return index.once(type, make);
    }

    /** What is not older than a moment; costs next to nothing, however long the window. */
    public Window since(Instant moment) {
        return since(moment.getEpochSecond());
    }

    private Window since(long second) {
        return rows.isEmpty() || oldest() >= second
                ? this
                : new Window(index, second, to, completeFrom, skipped, entries, bytes, mayGoOn, wholeAt);
    }

    /**
     * What is not older than the one moment and older than the other; costs next to nothing, however long the window.
     *
     * @param since absent for no such bound
     * @param until absent for no such bound
     */
    public Window between(@Nullable Instant since, @Nullable Instant until) {
        long begin = since == null ? from : Math.max(from, secondNotBefore(since));
        long end = until == null ? to : Math.min(to, secondNotBefore(until));
        return begin == from && end == to
                ? this
                : new Window(index, begin, end, completeFrom, skipped, entries, bytes, mayGoOn, wholeAt);
    }

    private static long secondNotBefore(Instant moment) {
        return moment.getEpochSecond() + (moment.getNano() == 0 ? 0 : 1);
    }

    private long oldest() {
        return rows.get(rows.size() - 1).seconds();
    }

    /**
     * Without the messages that are not newer than the oldest time that the upstream gave: of a window that may go on, others
     * like them may lie beyond its end, and would come before a message that was already shown.
     */
    public Window withoutOldestSecond() {
        return rows.isEmpty() ? this : since(index.oldestSaid() + 1);
    }

    /** Whether no message can be missing between this older, deeper window and a newer one. */
    public boolean reachesUpTo(Window newer) {
        return newer.rows.isEmpty() || (!rows.isEmpty() && index.newestSaid() >= newer.index.oldestSaid());
    }

    /** This window with what others hold besides, each message once; how much is complete stays as it is. */
    public Window with(List<Window> others) {
        List<MessageRow> all = new ArrayList<>(rows);
        others.forEach(other -> all.addAll(other.rows));
        return new Window(RowIndex.of(all), ALL, NO_END, completeFrom, skipped, entries, bytes, mayGoOn, null);
    }

    /** This window with rows that were told apart from the answer: of two of one message the later state counts. */
    public Window told(List<MessageRow> news) {
        List<MessageRow> all = new ArrayList<>(index.rows());
        all.addAll(news);
        RowIndex with = RowIndex.of(all);
        int added = with.rows().size() - index.rows().size();
        int bytesOfEntry = bytes / Math.max(1, entries);
        return new Window(
                with, from, to, completeFrom, skipped, entries + added, bytes + added * bytesOfEntry, mayGoOn, wholeAt);
    }

    /** The same of the newest messages, which have no gap: what is older than all of them stays out if there may be more of them. */
    public Window toldOfNewest(List<MessageRow> news) {
        long oldest = mayGoOn && !rows.isEmpty() ? rows.get(rows.size() - 1).seconds() : ALL;
        List<MessageRow> inside =
                news.stream().filter(row -> row.seconds() >= oldest).toList();
        return inside.isEmpty() ? this : told(inside);
    }

    /** Two windows as one, each message once. */
    public Window merge(Window other) {
        List<MessageRow> both = new ArrayList<>(rows);
        both.addAll(other.rows);
        return new Window(
                RowIndex.of(both),
                ALL,
                NO_END,
                Math.max(completeFrom, other.completeFrom),
                skipped + other.skipped,
                entries + other.entries,
                bytes + other.bytes,
                mayGoOn || other.mayGoOn,
                null);
    }
}
