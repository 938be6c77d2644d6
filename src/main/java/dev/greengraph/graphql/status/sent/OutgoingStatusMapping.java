package dev.greengraph.graphql.status.sent;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.Reading;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.message.mapping.EnvelopeMapping;
import dev.greengraph.graphql.message.mapping.TextMapping;
import dev.greengraph.graphql.paging.CoverageMapping;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.paging.EmptyList;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.paging.Page;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.status.OutgoingStatusRow;
import dev.greengraph.upstream.row.status.StatusViewRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a list of the statuses that an account sent.
 *
 * @param account whose statuses
 * @param list names the list in cursors
 * @param span which of them
 */
record OutgoingStatusMapping(AccountId account, String list, Span span) {

    OutgoingStatusConnection page(Reading<List<OutgoingStatusRow>> reading, int first, @Nullable Cursor after) {
        Instant answered = reading.freshness().fetchedAt();
        List<OutgoingStatusRow> statuses = reading.value().stream()
                .filter(row -> span.holds(Instant.ofEpochSecond(row.seconds()), answered))
                .sorted(Comparator.comparing(this::cursor, Cursor.NEWEST_FIRST))
                .toList();
        Page<OutgoingStatus> page =
                Page.cut(statuses, this::cursor, first, after, true).map(this::status);
        return new OutgoingStatusConnection(
                page.edges(OutgoingStatusEdge::new),
                page.items(),
                page.info(),
                page.totalCount(),
                FreshnessMapping.of(reading.freshness()),
                CoverageMapping.of(reading.freshness(), span)
                        .of(
                                page.totalCount(),
                                new EmptyList(account, !reading.value().isEmpty(), EmptyList.ANYTHING)));
    }

    private Cursor cursor(OutgoingStatusRow row) {
        return new Cursor(list, row.seconds(), row.idMessage());
    }

    private OutgoingStatus status(OutgoingStatusRow row) {
        OutgoingStatusRow.File file = row.file();
        return new OutgoingStatus(
                account,
                row.idMessage(),
                Instant.ofEpochSecond(row.seconds()),
                row.typeMessage(),
                TextMapping.withoutPlaceholder(row.text()),
                row.backgroundColor(),
                row.font(),
                TextMapping.withoutPlaceholder(file.downloadUrl()),
                file.fileName(),
                file.mimeType(),
                file.jpegThumbnail(),
                EnvelopeMapping.delivery(row.statusMessage()),
                row.sendByApi(),
                row.participants().stream().map(person -> chat(account, person)).toList());
    }

    static StatusViews views(AccountId account, Reading<List<StatusViewRow>> reading) {
        return new StatusViews(
                reading.value().stream().map(row -> view(account, row)).toList(),
                FreshnessMapping.of(reading.freshness()));
    }

    private static StatusView view(AccountId account, StatusViewRow row) {
        Long seconds = row.seconds();
        return new StatusView(
                chat(account, row.participant()),
                EnvelopeMapping.delivery(row.status()),
                seconds == null ? null : Instant.ofEpochSecond(seconds));
    }

    private static Chat chat(AccountId account, String id) {
        return new Chat(account, new ChatId(id));
    }
}
