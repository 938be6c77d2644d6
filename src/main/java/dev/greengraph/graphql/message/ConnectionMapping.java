package dev.greengraph.graphql.message;

import dev.greengraph.account.Messenger;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.fold.FoldIndex;
import dev.greengraph.cache.fold.RowEvent;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.paging.CoverageMapping;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.paging.EmptyList;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.paging.Page;
import dev.greengraph.graphql.paging.PagePosition;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.upstream.row.MessageRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pages of messages. The page is cut out of the rows, so that only what is shown is turned into messages.
 *
 * @param answer what shows them
 * @param list the name of the list, for its cursors
 * @param parts what it is read from, as far as settings of the account decide about it
 * @param wanted which rows
 * @param isFolded whether events are left out that the message shows that they are about
 * @param span of which time
 * @param position which page
 */
public record ConnectionMapping(
        AnswerMapping answer,
        String list,
        Set<EmptyList.Part> parts,
        Predicate<MessageRow> wanted,
        boolean isFolded,
        Span span,
        PagePosition<MessageRow> position) {

    /** In seconds. */
    private static final long CLOCKS_APART = 60;

    /** Checks the arguments of a list. */
    public static ConnectionMapping of(
            AnswerMapping answer,
            String list,
            @Nullable MessageFilter filter,
            Span span,
            int first,
            @Nullable String after) {
        return new ConnectionMapping(
                answer,
                list,
                parts(filter),
                FilterMapping.of(filter),
                isFolded(filter),
                span,
                new PagePosition.After<>(first, Cursor.decode(after, list)));
    }

    /** The same of a history of an account of that messenger. */
    public static ConnectionMapping ofHistory(
            AnswerMapping answer,
            String list,
            @Nullable MessageFilter filter,
            Span span,
            HistoryPage page,
            Messenger messenger) {
        return new ConnectionMapping(
                answer,
                list,
                EmptyList.ANYTHING,
                FilterMapping.of(filter),
                isFolded(filter),
                span,
                page.position(list, messenger, MessageRow::idMessage));
    }

    private static Set<EmptyList.Part> parts(@Nullable MessageFilter filter) {
        Direction direction = filter == null ? null : filter.direction();
        if (direction == null) {
            return EmptyList.MESSAGES;
        }
        return Set.of(
                direction == Direction.INCOMING ? EmptyList.Part.INCOMING_MESSAGES : EmptyList.Part.OUTGOING_MESSAGES);
    }

    private static boolean isFolded(@Nullable MessageFilter filter) {
        return filter != null && Boolean.FALSE.equals(filter.folded());
    }

    /** The page of a window over minutes. */
    public MessageConnection page(Reading<Window> reading) {
        Reading<Window> wanted = span.cut(reading);
        return page(wanted, wanted.value().rows(), true);
    }

    /** The page of one chat's messages in a window. */
    public MessageConnection pageOf(String chatId, Reading<Window> reading) {
        Reading<Window> wanted = span.cut(reading);
        return page(wanted, wanted.value().ofChat(chatId), true);
    }

    /**
     * The page of a history.
     *
     * @param isWhole whether the upstream has nothing beyond it
     */
    public MessageConnection pageOfHistory(Reading<Window> reading, boolean isWhole) {
        answer.shows(reading.value());
        Reading<Window> wanted = span.cut(reading);
        return page(wanted, wanted.value().rows(), isWhole || reachesBegin(reading.value()));
    }

    /** Whether a history goes back to where the wanted part of it begins. */
    public boolean reachesBegin(Window history) {
        Instant begin = span.since();
        return begin != null
                && history.completeFrom().filter(from -> from.isAfter(begin)).isEmpty();
    }

    /** Whether a deeper history would show the same page, as far as this one fills it. */
    boolean isCertain(Reading<Window> history) {
        Window window = span.cut(history).value();
        return position.in(matching(window, window.rows()), this::cursor).isCertain();
    }

    private List<MessageRow> matching(Window window, List<MessageRow> rows) {
        Predicate<MessageRow> shown = isFolded ? wanted.and(row -> !isFolded(window, row)) : wanted;
        return shown == FilterMapping.ALL ? rows : rows.stream().filter(shown).toList();
    }

    private MessageConnection page(Reading<Window> reading, List<MessageRow> rows, boolean isWhole) {
        List<MessageRow> matching = matching(reading.value(), rows);
        Page<Message> page = Page.cut(matching, this::cursor, position.in(matching, this::cursor), isWhole)
                .map(row -> MessageMapping.of(answer, row));
        return new MessageConnection(
                page.edges(MessageEdge::new),
                page.items(),
                page.info(),
                page.totalCount(),
                reading.value().skipped(),
                FreshnessMapping.of(reading.freshness()),
                CoverageMapping.of(reading, span)
                        .of(
                                page.totalCount(),
                                new EmptyList(answer.account(), reading.value().entries() > 0, parts)));
    }

    /** Whether a row is an event of a message in the same window. */
    private static boolean isFolded(Window window, MessageRow row) {
        RowEvent event = RowEvent.of(row);
        return event != null
                && window.find(
                                row.chat(),
                                window.once(FoldIndex.class, FoldIndex::new).target(row, event))
                        .isPresent();
    }

    /**
     * Whether a window reaches up to where the page stands. One that is older than the cursor may not: what came between
     * would be missing. Where two clocks are compared, a minute is left for their difference. A fresh window cannot be
     * that much older than a cursor of ours: what somebody made up needs no call.
     */
    public boolean reaches(Reading<Window> reading) {
        if (position instanceof PagePosition.Around) {
            return reading.freshness().isFresh() || isCertain(reading);
        }
        Cursor after = position.cursor();
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
