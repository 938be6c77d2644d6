package dev.greengraph.graphql.chat;

import dev.greengraph.cache.fold.RowEvent;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.mapping.EnvelopeMapping;
import dev.greengraph.upstream.row.MessageRow;
import java.time.Instant;
import java.util.List;

/** Counts what somebody has not read. */
final class UnreadMapping {

    private UnreadMapping() {}

    /** The messages received after that moment. */
    static int count(List<MessageRow> newestFirst, Instant readUpTo) {
        long second = readUpTo.getEpochSecond();
        return (int) newestFirst.stream()
                .takeWhile(row -> row.seconds() > second)
                .filter(row -> EnvelopeMapping.direction(row) == Direction.INCOMING)
                .filter(RowEvent::isWritten)
                .count();
    }
}
