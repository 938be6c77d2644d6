package dev.greengraph.upstream.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.UpstreamRequest;
import java.util.List;
import java.util.Optional;

/**
 * A notification that the queue need not hold any more.
 *
 * @param receiptId its name there
 */
public record TakenNotification(String receiptId) implements UpstreamRequest {

    @Override
    public List<String> arguments() {
        return List.of(receiptId);
    }

    @Override
    public String window() {
        return "one";
    }

    /** Whether it was there; nothing if the answer does not say. */
    static Optional<Boolean> result(JsonNode answer) {
        return Optional.of(answer.path("result")).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
    }
}
