package dev.greengraph.graphql.call;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.paging.CoverageMapping;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.paging.EmptyList;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.paging.Page;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.call.CallRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a list of calls of what was received and made.
 *
 * @param account whose calls
 * @param list names the list in cursors
 * @param span which of them
 */
record CallMapping(AccountId account, String list, Span span) {

    private static final Set<EmptyList.Part> PARTS = Set.of(EmptyList.Part.INCOMING_CALLS);

    private record Directed(CallRow row, Direction direction) {}

    CallConnection page(
            Reading<List<CallRow>> received, Reading<List<CallRow>> made, int first, @Nullable Cursor after) {
        List<Directed> calls = Stream.concat(recent(received, Direction.INCOMING), recent(made, Direction.OUTGOING))
                .sorted(Comparator.comparing(this::cursor, Cursor.NEWEST_FIRST))
                .toList();
        Page<Call> page = Page.cut(calls, this::cursor, first, after, true).map(this::call);
        boolean hasEntries = !received.value().isEmpty() || !made.value().isEmpty();
        AnswerAge age = received.freshness().and(made.freshness());
        return new CallConnection(
                page.edges(CallEdge::new),
                page.items(),
                page.info(),
                page.totalCount(),
                FreshnessMapping.of(age),
                CoverageMapping.of(age, span).of(page.totalCount(), new EmptyList(account, hasEntries, PARTS)));
    }

    private Stream<Directed> recent(Reading<List<CallRow>> reading, Direction direction) {
        Instant answered = reading.freshness().fetchedAt();
        return reading.value().stream()
                .filter(row -> span.holds(Instant.ofEpochSecond(row.seconds()), answered))
                .map(row -> new Directed(row, direction));
    }

    private Cursor cursor(Directed call) {
        return new Cursor(list, call.row().seconds(), call.row().idMessage());
    }

    private Call call(Directed call) {
        CallRow row = call.row();
        return new Call(
                row.idMessage(),
                chat(row.chatId()),
                call.direction(),
                Instant.ofEpochSecond(row.seconds()),
                status(row.status()),
                row.isVideo(),
                row.isGroup() || new ChatId(row.chatId()).kind() == ChatId.Kind.GROUP,
                row.duration(),
                row.participants().stream()
                        .map(called -> new CallParticipant(chat(called.id()), status(called.status())))
                        .toList());
    }

    private Chat chat(String id) {
        return new Chat(account, new ChatId(id));
    }

    private static CallStatus status(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "offer" -> CallStatus.OFFERED;
            case "pickUp" -> CallStatus.PICKED_UP;
            case "hangUp" -> CallStatus.HUNG_UP;
            case "missed" -> CallStatus.MISSED;
            case "declined" -> CallStatus.DECLINED;
            default -> CallStatus.UNKNOWN;
        };
    }
}
