package dev.greengraph.testsupport.process;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;

/** The events of a subscription by server-sent events, one after the other. */
public final class EventStreamReader implements AutoCloseable {

    private static final String DATA = "data: ";

    private final Stream<String> body;
    private final Iterator<String> lines;

    private EventStreamReader(Stream<String> body) {
        this.body = body;
        this.lines = body.iterator();
    }

    /** Subscribes at a gateway. */
    public static EventStreamReader open(GatewayProcess gateway, String document)
            throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(gateway.uri("/graphql"))
                                .header("Content-Type", "application/json")
                                .header("Accept", "text/event-stream")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        new JsonObject().put("query", document).encode()))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new AssertionError("status " + answer.statusCode());
        }
        return new EventStreamReader(answer.body());
    }

    /** The value of the root field in the next event; heartbeats are passed over. */
    public JsonObject next(String field) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(DATA + "{")) {
                return new JsonObject(line.substring(DATA.length()))
                        .getJsonObject("data")
                        .getJsonObject(field);
            }
        }
        throw new AssertionError("the stream has ended");
    }

    /** Reads to the end of the stream, which may be cut; whether there was an event. */
    public boolean anyNext() {
        boolean any = false;
        try {
            while (lines.hasNext()) {
                any |= lines.next().startsWith("event:");
            }
        } catch (UncheckedIOException cut) {
            return any;
        }
        return any;
    }

    @Override
    public void close() {
        body.close();
    }
}
