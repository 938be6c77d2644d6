package dev.greengraph.upstream.endpoint;

import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamRequest;
import java.util.List;

/**
 * One status that the account sent.
 *
 * @param status its id
 */
public record OneStatus(MessageId status) implements UpstreamRequest {

    @Override
    public List<String> arguments() {
        return List.of(status.value());
    }

    @Override
    public String window() {
        return "one";
    }
}
