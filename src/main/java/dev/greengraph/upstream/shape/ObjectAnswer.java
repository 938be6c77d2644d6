package dev.greengraph.upstream.shape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.AnswerReader;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads an answer that is one object.
 *
 * @param shape what it must be, for an error text
 * @param row reads the object; nothing if it lacks what it cannot do without
 */
public record ObjectAnswer<Q, T>(String shape, Function<JsonNode, Optional<T>> row)
        implements AnswerReader<Q, Answered<T>> {

    @Override
    public Optional<Answered<T>> read(JsonNode body, int bytes, Q request) {
        return Optional.of(body).filter(JsonNode::isObject).flatMap(row).map(value -> new Answered<>(value, bytes));
    }
}
