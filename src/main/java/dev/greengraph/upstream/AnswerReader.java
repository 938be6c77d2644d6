package dev.greengraph.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads the body of a 200, which may still be a failure: a bare text, an error object, a proxy's page. */
public interface AnswerReader<Q, A> {

    /**
     * The answer; nothing if the body has another shape.
     *
     * @param body parsed
     * @param bytes its size
     * @param request what was asked for
     */
    Optional<A> read(JsonNode body, int bytes, Q request);

    /** What the body must be, for an error text: {@code a list of entries}. */
    String shape();
}
