package dev.greengraph.bench.http;

import dev.greengraph.simulator.Simulator;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;

/** A hundred messages of a long chat with eight fields each, from a simulated upstream beside the gateway. */
final class CachedQuery implements AutoCloseable {

    static final String QUERY =
            "{account{chat(chatId:\"70000001005@c.us\"){history(first:100){nodes{id messageId timestamp direction type text deliveryStatus isEdited}}}}}";

    private final Vertx vertx = Vertx.vertx();
    private final int port = new Simulator(vertx, Clock.systemUTC(), 42)
            .start(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What the gateway has to be told; long fresh, so that an answer does not change while it is measured. */
    Map<String, String> settings() {
        return Map.of(
                "greengraph.accounts.main.id-instance", "7103000001",
                "greengraph.accounts.main.api-token", "simulated-shop-token-that-opens-only-the-simulator",
                "greengraph.accounts.main.api-url", "http://127.0.0.1:" + port,
                "greengraph.journal.history.fresh-for", "1h",
                "greengraph.journal.history.stale-for", "24h");
    }

    /** The gateway's answer, checked. */
    String answer(URI graphql) throws IOException, InterruptedException {
        Question question = Question.query(graphql, QUERY);
        String answer = send(HttpRequest.newBuilder(graphql)
                .POST(BodyPublishers.ofByteArray(question.body().getBytes())));
        if (answer.contains("\"errors\"") || answer.split("\"messageId\"", -1).length != 101) {
            throw new IllegalStateException("not a hundred messages: " + answer);
        }
        return answer;
    }

    void put(URI address, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(address).PUT(BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.header("Content-Type", "application/json").build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
