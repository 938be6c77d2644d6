package dev.greengraph.aot;

import dev.greengraph.admission.cost.EveryField;
import dev.greengraph.testsupport.process.GatewayProcess;
import dev.greengraph.testsupport.process.RecordedUpstream;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Starts the packaged gateway beside recorded messages, asks typical queries as often as it takes until the JVM has compiled
 * what they run, half of them in a way that no answer is remembered, and ends it. The JVM then writes what it saw into the
 * AOT cache: a start from it need not learn again which methods are hot.
 */
public final class TrainingRun {

    private static final int ROUNDS = 3_000;
    private static final Duration WRITING_THE_CACHE = Duration.ofMinutes(3);
    private static final List<String> QUERIES = List.of(
            "{account{chats(first:20){nodes{chatId title kind lastMessage{id sentAt text}} pageInfo{hasNextPage endCursor}}}}",
            "query Chat($id:String!){account{chat(chatId:$id){title history(first:50){nodes{__typename id messageId sentAt"
                    + " direction type text deliveryStatus sender{displayName} ...on ImageMessage{downloadUrl}}}}}}",
            EveryField.ofEveryMessage("account", 100));

    private TrainingRun() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path cache = Path.of(System.getProperty("build.directory"), "quarkus-app", "app.aot")
                .toAbsolutePath();
        List<String> launcher = List.of(GatewayProcess.java(), "-XX:AOTCacheOutput=" + cache);
        try (RecordedUpstream upstream = new RecordedUpstream(Clock.systemUTC());
                GatewayProcess gateway = GatewayProcess.start(launcher, settings(upstream))) {
            HttpClient http = HttpClient.newHttpClient();
            for (int round = 0; round < ROUNDS; round++) {
                for (String query : QUERIES) {
                    ask(http, gateway.uri("/graphql"), query, new JsonObject());
                    ask(http, gateway.uri("/graphql"), query, new JsonObject().put("unused", round));
                }
            }
            gateway.terminate();
            gateway.awaitEnd(WRITING_THE_CACHE);
            if (!Files.exists(cache)) {
                throw new IllegalStateException("no AOT cache:\n" + gateway.log());
            }
        }
    }

    private static Map<String, String> settings(RecordedUpstream upstream) {
        return Map.of(
                "greengraph.accounts.main.id-instance", "7103000001",
                "greengraph.accounts.main.api-token", "token-of-a-training-run",
                "greengraph.accounts.main.api-url", upstream.url(),
                "greengraph.warm-up.time", "2s",
                "quarkus.shutdown.delay", "0s");
    }

    /** @param variables an operation is executed again whenever one differs, though it uses none of them */
    private static void ask(HttpClient http, URI graphql, String query, JsonObject variables)
            throws IOException, InterruptedException {
        JsonObject body =
                new JsonObject().put("query", query).put("variables", variables.put("id", "70000001001@c.us"));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(graphql)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.encode()))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
            throw new IllegalStateException(answer + " " + answer.body());
        }
    }
}
