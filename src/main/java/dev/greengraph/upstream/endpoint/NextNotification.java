package dev.greengraph.upstream.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.AnswerReader;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.row.account.QueuedNotification;
import dev.greengraph.upstream.shape.Answered;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The oldest notification of the queue, or the first one to come.
 *
 * @param waits how long the upstream waits for one, whole seconds from 5 to 60
 */
public record NextNotification(Duration waits) implements UpstreamRequest {

    @Override
    public List<String> arguments() {
        return List.of(Long.toString(waits.toSeconds()));
    }

    @Override
    public String window() {
        return "receiveTimeout=" + waits.toSeconds();
    }

    /** Reads {@code null} as none. */
    static final class Reader implements AnswerReader<NextNotification, Answered<Optional<QueuedNotification>>> {

        @Override
        public Optional<Answered<Optional<QueuedNotification>>> read(
                JsonNode body, int bytes, NextNotification request) {
            Optional<QueuedNotification> next = QueuedNotification.read(body);
            return body.isNull() || next.isPresent() ? Optional.of(new Answered<>(next, bytes)) : Optional.empty();
        }

        @Override
        public String shape() {
            return "a notification or null";
        }
    }
}
