package dev.greengraph.upstream.shape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.AnswerReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads an answer that is a list of objects. An entry that cannot be read costs its neighbours nothing.
 *
 * @param shape what it must be, for an error text
 * @param row reads an entry; nothing if it lacks what it cannot do without
 */
public record ListAnswer<Q, T>(String shape, Function<JsonNode, Optional<T>> row)
        implements AnswerReader<Q, Answered<List<T>>> {

    @Override
    public Optional<Answered<List<T>>> read(JsonNode body, int bytes, Q request) {
        if (!body.isArray()) {
            return Optional.empty();
        }
        List<T> rows = new ArrayList<>(body.size());
        body.forEach(entry ->
                Optional.of(entry).filter(JsonNode::isObject).flatMap(row).ifPresent(rows::add));
        return Optional.of(new Answered<>(List.copyOf(rows), bytes));
    }
}
