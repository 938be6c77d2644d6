package dev.greengraph.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A row of an answer before it is written, so that only what is handed out gets written.
 *
 * @param at what it is ordered by
 */
record Row(Instant at, Supplier<ObjectNode> writer) {

    static List<ObjectNode> newestFirst(Stream<Row> rows, int limit) {
        return written(rows.sorted(Comparator.comparing(Row::at).reversed()).limit(limit));
    }

    static List<ObjectNode> oldestFirst(Stream<Row> rows) {
        return written(rows.sorted(Comparator.comparing(Row::at)));
    }

    private static List<ObjectNode> written(Stream<Row> rows) {
        return rows.map(row -> row.writer().get()).toList();
    }
}
