package dev.greengraph.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.simulator.recording.Recording;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A simulator on a free port for the length of one test, with seed 42 and a clock at {@link #START}. */
final class RunningSimulator implements BeforeEachCallback, AfterEachCallback {

    static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    static final String SHOWCASE = "120363000000000101@g.us";

    private static final Vertx VERTX = Vertx.vertx();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile Instant now = START;
    private volatile Simulator simulator = new Simulator(VERTX, clock(), 42);
    private volatile int port;

    @Override
    public void beforeEach(ExtensionContext context) {
        port = 0;
        start(42);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop();
    }

    /** Starts another one at the present time of the test, on the same port. */
    void restart(long seed) {
        stop();
        start(seed);
    }

    /** Starts another one with answers from elsewhere, likewise. */
    void restart(Optional<Recording> recording, Optional<URI> upstream) {
        stop();
        start(42, source(recording, upstream));
    }

    private static Simulator.Source source(Optional<Recording> recording, Optional<URI> upstream) {
        return new Simulator.Source(recording, upstream, () -> new Random(42));
    }

    private void start(long seed) {
        start(seed, source(Optional.empty(), Optional.empty()));
    }

    private void start(long seed, Simulator.Source source) {
        simulator = new Simulator(VERTX, clock(), seed, source);
        port = simulator.start(port).toCompletionStage().toCompletableFuture().join();
    }

    void stop() {
        simulator.stop().toCompletionStage().toCompletableFuture().join();
    }

    void advance(Duration step) {
        now = now.plus(step);
    }

    Instant now() {
        return now;
    }

    int port() {
        return port;
    }

    /** Calls a GET method of an account with its right token. */
    HttpResponse<String> get(SimulatedAccount account, String method) {
        return send(request(path(account, method.split("\\?", 2)[0]) + query(method)));
    }

    /** Calls a POST method of an account with its right token. */
    HttpResponse<String> post(SimulatedAccount account, String method, String body) {
        return send(request(path(account, method)).POST(BodyPublishers.ofString(body)));
    }

    /** The entries that a GET method answers with, asked in a second of their own. */
    JsonNode entries(SimulatedAccount account, String method) {
        advance(Duration.ofSeconds(1));
        return json(get(account, method));
    }

    /** The history of a chat, asked in a second of its own. */
    JsonNode history(SimulatedAccount account, String chatId, int count) {
        advance(Duration.ofSeconds(1));
        return json(post(account, "getChatHistory", "{\"chatId\":\"" + chatId + "\",\"count\":" + count + "}"));
    }

    HttpResponse<String> control(String verb, String path, String body) {
        return send(request("/_simulator/" + path).method(verb, BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Sends without waiting for more than the head. */
    <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        return http.sendAsync(request.build(), body);
    }

    static String path(SimulatedAccount account, String method) {
        return "/waInstance" + account.idInstance() + "/" + method + "/" + account.token();
    }

    private static String query(String method) {
        int mark = method.indexOf('?');
        return mark < 0 ? "" : method.substring(mark);
    }

    /** The status of an answer; -1 where the connection is closed in place of one. */
    int statusOf(String path) {
        try {
            return send(request(path)).statusCode();
        } catch (java.io.UncheckedIOException closed) {
            return -1;
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return tree(response.body());
    }

    static JsonNode tree(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
