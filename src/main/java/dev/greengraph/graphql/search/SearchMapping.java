package dev.greengraph.graphql.search;

import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.message.MessageConnection;
import dev.greengraph.graphql.message.MessageEdge;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.paging.Coverage;
import dev.greengraph.graphql.paging.CoverageMapping;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.paging.EmptyList;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.paging.IncompleteReason;
import dev.greengraph.graphql.paging.Page;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.upstream.row.MessageRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a search found.
 *
 * @param answer what shows it
 * @param list the name of the list, for its cursors
 * @param words what is searched for
 * @param span of which time
 * @param first most messages of the page
 * @param after where the page begins
 */
record SearchMapping(
        AnswerMapping answer,
        String list,
        SearchWords words,
        Span span,
        int first,
        @Nullable Cursor after) {

    /** Besides the time that is asked for, no more is searched of what is held. */
    static final int MOST_HELD = 20_000;
    /** A search runs on the event loop: what it does at once is bounded. */
    private static final long MOST_CHARACTERS = 1_000_000;

    /** The page; beside the journals of the time that was asked for also other windows that are held are searched. */
    MessageConnection page(Reading<Window> journals, List<Window> held) {
        Reading<Window> asked = span.cut(journals);
        Found found = found(
                span.cut(journals.map(window -> window.with(held))).value().rows());
        Page<Message> page =
                Page.cut(found.rows(), this::cursor, first, after, true).map(row -> MessageMapping.of(answer, row));
        return new MessageConnection(
                page.edges(MessageEdge::new),
                page.items(),
                page.info(),
                page.totalCount(),
                asked.value().skipped(),
                FreshnessMapping.of(asked.freshness()),
                cut(CoverageMapping.of(asked, span), found.isCutAt())
                        .of(
                                page.totalCount(),
                                new EmptyList(answer.account(), journals.value().entries() > 0, EmptyList.MESSAGES)));
    }

    /**
     * What matches.
     *
     * @param isCutAt where the search ended; absent if all was searched
     */
    private record Found(List<MessageRow> rows, @Nullable Instant isCutAt) {}

    private Found found(List<MessageRow> newestFirst) {
        List<MessageRow> found = new ArrayList<>();
        long characters = 0;
        for (MessageRow row : newestFirst) {
            String text = MessageMapping.text(row);
            characters += text == null ? 0 : text.length();
            if (characters > MOST_CHARACTERS) {
                return new Found(found, Instant.ofEpochSecond(row.seconds() + 1));
            }
            if (words.areIn(text)) {
                found.add(row);
            }
        }
        return new Found(found, null);
    }

    private static Coverage cut(Coverage coverage, @Nullable Instant cutAt) {
        return cutAt == null || (coverage.from() != null && !cutAt.isAfter(coverage.from()))
                ? coverage
                : new Coverage(cutAt, coverage.to(), false, IncompleteReason.SEARCH_LIMIT);
    }

    private Cursor cursor(MessageRow row) {
        return new Cursor(list, row.seconds(), row.place());
    }
}
