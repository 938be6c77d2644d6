package dev.greengraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.http.graphiql.GraphiqlOn;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way over HTTP, on the real clock, with an upstream that keeps to its limits: it never has to refuse a call. */
@QuarkusTest
@TestProfile(NoRefusedCallTest.Patient.class)
class NoRefusedCallTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** On a busy machine, too, everybody is served. */
    public static class Patient extends GraphiqlOn {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("greengraph.limits.waiting-time", "1m");
        }
    }

    @TestHTTPResource("/graphql")
    URI gateway;

    @Inject
    Accounts accounts;

    /** One for all tests: it keeps the connections of a thousand callers, and the gateway takes few more. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void forgetWhatWasCounted() {
        send(upstream("stats").DELETE().build());
    }

    @AfterEach
    void theUpstreamRefusedNothing() {
        assertEquals(0, sum("refused", name -> true));
    }

    @Test
    void manyIdenticalColdQueriesCostOneCall() {
        List<JsonObject> answers =
                askAtOnce(IntStream.range(0, 1_000).mapToObj(i -> history("70000001001@c.us", "totalCount")));

        answers.forEach(answer -> assertTrue(answer.getJsonArray("errors") == null, answer::encode));
        assertEquals(1, calls("getChatHistory"));
    }

    @Test
    void differentSelectionsOfOneChatCostOneCall() {
        List<JsonObject> answers = askAtOnce(Stream.of(
                        "totalCount",
                        "nodes { id }",
                        "nodes { text }",
                        "edges { cursor }",
                        "nodes { __typename sentAt }",
                        "freshness { state }",
                        "pageInfo { hasNextPage }",
                        "skippedCount")
                .map(selection -> history("70000001002@c.us", selection)));

        answers.forEach(answer -> assertTrue(answer.getJsonArray("errors") == null, answer::encode));
        assertEquals(1, calls("getChatHistory"));
    }

    @Test
    void whoHasNoTurnInTimeIsToldWhenToComeBack() {
        List<JsonObject> answers = askAtOnce(
                IntStream.range(0, 12).mapToObj(i -> history("7000000200%d@c.us".formatted(i), "totalCount")));

        List<JsonObject> errors = answers.stream()
                .map(answer -> answer.getJsonArray("errors"))
                .filter(all -> all != null)
                .map(all -> all.getJsonObject(0).getJsonObject("extensions"))
                .toList();
        assertTrue(errors.size() >= 7 && errors.size() < 12, errors::toString);
        errors.forEach(error -> {
            assertEquals("RATE_LIMITED", error.getString("code"));
            assertTrue(error.getLong("retryAfterMs") > 0);
        });
        assertEquals(12 - errors.size(), calls("getChatHistory"));
    }

    @Test
    void inboxesOfTwoAccountsCostTwoCallsEach() {
        String inbox = "{ chats { nodes { title lastMessage { sentAt } recentMessages { nodes { id } } } } }";
        askAtOnce(IntStream.range(0, 50)
                .mapToObj(i -> "{ account(name: \"%s\") %s }".formatted(i % 2 == 0 ? "shop" : "studio", inbox)));

        // One for each account, and on a busy machine a refresh after five seconds.
        assertTrue(calls("lastIncomingMessages") <= 10, "shared");
        assertTrue(calls("lastOutgoingMessages") <= 10, "shared");
        assertEquals(0, calls("getChatHistory"));
    }

    private static String history(String chatId, String selection) {
        return "{ account { chat(chatId: \"%s\") { history { %s } } } }".formatted(chatId, selection);
    }

    private List<JsonObject> askAtOnce(Stream<String> queries) {
        List<CompletableFuture<JsonObject>> answers = queries.map(query -> HttpRequest.newBuilder(gateway)
                        .header("Content-Type", "application/json")
                        .timeout(LONGEST)
                        .POST(BodyPublishers.ofString(
                                new JsonObject().put("query", query).encode())))
                .map(HttpRequest.Builder::build)
                .map(request -> HTTP.sendAsync(request, BodyHandlers.ofString())
                        .thenApply(response -> new JsonObject(response.body())))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private int calls(String method) {
        return sum("calls", method::equals);
    }

    /** Of all accounts, over the methods wanted. */
    private int sum(String figure, Predicate<String> wanted) {
        JsonObject byAccount = new JsonObject(send(upstream("stats").GET().build()));
        return byAccount.fieldNames().stream()
                .map(byAccount::getJsonObject)
                .flatMap(methods -> methods.fieldNames().stream().filter(wanted).map(methods::getJsonObject))
                .mapToInt(counted -> counted.getInteger(figure))
                .sum();
    }

    private HttpRequest.Builder upstream(String control) {
        URI address = accounts.find(new AccountId("shop")).orElseThrow().apiUrl();
        return HttpRequest.newBuilder(address.resolve("/_simulator/" + control)).timeout(LONGEST);
    }

    private String send(HttpRequest request) {
        return HTTP.sendAsync(request, BodyHandlers.ofString()).join().body();
    }
}
