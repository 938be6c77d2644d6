package dev.greengraph.upstream.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.AnswerReader;
import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.Rows;
import java.util.Optional;

/** Reads a list of statuses, whose kinds differ from those of messages. */
record StatusList<Q>() implements AnswerReader<Q, Rows> {

    @Override
    public Optional<Rows> read(JsonNode body, int bytes, Q request) {
        return body.isArray() ? Optional.of(RowReader.statuses(body, bytes)) : Optional.empty();
    }

    @Override
    public String shape() {
        return "a list of entries";
    }
}
