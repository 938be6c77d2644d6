package dev.greengraph.graphql.message;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.paging.LazyList;
import dev.greengraph.graphql.paging.Page;
import dev.greengraph.upstream.row.MessageRow;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pages of messages. The page is cut out of the rows, so that only what is shown is turned into messages.
 *
 * @param account whose messages
 * @param list the name of the list, for its cursors
 * @param wanted which rows
 * @param first most messages of a page
 * @param after where the page begins
 */
public record ConnectionMapping(
        AccountId account,
        String list,
        Predicate<MessageRow> wanted,
        int first,
        @Nullable Cursor after) {

    /** In seconds. */
    private static final long CLOCKS_APART = 60;

    /** Checks the arguments of a list. */
    public static ConnectionMapping of(
            AccountId account, String list, @Nullable MessageFilter filter, int first, @Nullable String after) {
        return new ConnectionMapping(account, list, FilterMapping.of(filter), first, Cursor.decode(after, list));
    }

    /** The page of a window that is whole. */
    public MessageConnection page(Reading<Window> reading) {
        return page(reading, reading.value().rows(), true);
    }

    /** The page of one chat's messages in a window. */
    public MessageConnection pageOf(String chatId, Reading<Window> reading) {
        return page(reading, reading.value().ofChat(chatId), true);
    }

    /**
     * The page of a window.
     *
     * @param isWhole whether the upstream has nothing beyond it
     */
    public MessageConnection page(Reading<Window> reading, List<MessageRow> rows, boolean isWhole) {
        List<MessageRow> matching = wanted == FilterMapping.ALL
                ? rows
                : rows.stream().filter(wanted).toList();
        Page<Message> page =
                Page.cut(matching, this::cursor, first, after, isWhole).map(row -> MessageMapping.of(account, row));
        List<Message> nodes = page.items();
        List<MessageEdge> edges =
                LazyList.of(nodes.size(), i -> new MessageEdge(page.cursors().get(i), nodes.get(i)));
        return new MessageConnection(
                edges,
                nodes,
                page.info(),
                page.totalCount(),
                reading.value().skipped(),
                FreshnessMapping.of(reading.freshness()));
    }

    /**
     * Whether a window reaches up to where the page begins. One that is older than the cursor may not: what came between
     * would be missing. Where two clocks are compared, a minute is left for their difference. A fresh window cannot be
     * that much older than a cursor of ours: what somebody made up needs no call.
     */
    public boolean reaches(Reading<Window> reading) {
        if (after == null) {
            return true;
        }
        long fetchedAt = reading.freshness().fetchedAt().getEpochSecond();
        boolean isLater = after.seconds() < fetchedAt - CLOCKS_APART;
        boolean isMadeUp = reading.freshness().isFresh() && after.seconds() > fetchedAt + CLOCKS_APART;
        List<MessageRow> rows = reading.value().rows();
        return isLater || isMadeUp || (!rows.isEmpty() && Cursor.NEWEST_FIRST.compare(cursor(rows.get(0)), after) <= 0);
    }

    private Cursor cursor(MessageRow row) {
        return new Cursor(list, row.seconds(), row.place());
    }
}
