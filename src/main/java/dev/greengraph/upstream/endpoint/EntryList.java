package dev.greengraph.upstream.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.AnswerReader;
import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.Rows;
import java.util.Optional;

/**
 * Reads a list of messages.
 *
 * @param type what an entry without a type is: old journals hold one type only and do not say so
 */
record EntryList<Q>(String type) implements AnswerReader<Q, Rows> {

    @Override
    public Optional<Rows> read(JsonNode body, int bytes, Q request) {
        return body.isArray() ? Optional.of(RowReader.rows(body, type, bytes)) : Optional.empty();
    }

    @Override
    public String shape() {
        return "a list of entries";
    }
}
