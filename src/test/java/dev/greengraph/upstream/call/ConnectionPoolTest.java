package dev.greengraph.upstream.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.shape.LastMinutes;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many connections many calls at once make, and how much memory their answers take. */
@QuarkusTest
class ConnectionPoolTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ";

    @Inject
    Vertx vertx;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void allEndpointsShareTheConnectionsOfTheSetting(int connections) {
        try (RawUpstream upstream = answering("[]")) {
            Clients clients = new Clients(vertx, Limits.connections(connections));
            var account = Clients.whatsapp(upstream.address());

            List<Uni<Object>> calls = IntStream.range(0, 6)
                    .boxed()
                    .flatMap(ignored -> EndpointTable.ALL.stream())
                    .map(endpoint -> clients.ask(endpoint, account, CallListener.NONE)
                            .<Object>map(answer -> answer)
                            .onFailure()
                            .recoverWithItem(failure -> failure))
                    .toList();
            List<Object> outcomes = Clients.answer(Uni.join().all(calls).andCollectFailures());

            assertEquals(6 * EndpointTable.ALL.size(), outcomes.size());
            assertEquals(connections, upstream.connections());
        }
    }

    @Test
    void answersThatDoNotFitWaitForEachOther() {
        String body = "[" + " ".repeat(60_000) + "]";
        try (RawUpstream upstream = answering(body)) {
            Clients clients = new Clients(vertx, Limits.answerMemory(70_000));
            var account = Clients.whatsapp(upstream.address());

            List<Uni<Rows>> calls = Stream.generate(
                            () -> clients.ask(account, EndpointTable.LAST_INCOMING_MESSAGES, new LastMinutes(60)))
                    .limit(20)
                    .toList();
            List<Rows> answers = Clients.answer(Uni.join().all(calls).andFailFast());

            assertEquals(20, answers.size());
            assertEquals(0, gauge(clients, "greengraph.upstream.answers.held"));
            assertEquals(70_000, gauge(clients, "greengraph.upstream.answers.held.limit"));
        }
    }

    private RawUpstream answering(String body) {
        return RawUpstream.answering(vertx, socket -> socket.write(HEAD + body.length() + "\r\n\r\n" + body));
    }

    private static double gauge(Clients clients, String name) {
        return clients.metrics.get(name).gauge().value();
    }
}
