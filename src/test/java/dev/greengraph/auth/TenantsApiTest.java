package dev.greengraph.auth;

import static dev.greengraph.auth.KnownCaller.withKey;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.Gateway;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Another tenant's account is answered, to the byte, as one that does not exist, and costs no upstream call: through
 * every door that takes an account, an id or a cursor. All doors are in one file, so that a missing one is seen.
 */
@QuarkusTest
@TestProfile(ApiKeyProfile.class)
class TenantsApiTest {

    private static final String VERA = "70000001001@c.us";
    private static final String BY_NAME =
            "query($name: String!) { account(name: $name) { name messages { totalCount } } }";
    private static final KnownCaller ALICE = withKey(ApiKeyProfile.ALICE);
    private static final KnownCaller BOB = withKey(ApiKeyProfile.BOB);

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ account(name: \"%s\") { id name messenger } }",
                "{ account(name: \"%s\") { endpoints { endpoint lastAnswerAt } } }",
                "{ mine: accounts { name } theirs: account(name: \"%s\") { messages { nodes { text } } } }",
                "{ a: account(name: \"%1$s\") { name } b: account(name: \"%1$s\") { chats { totalCount } } }",
                "query { ...F } fragment F on Query { account(name: \"%s\") { statuses { totalCount } } }",
                "{ account(name: \"%s\") { chat(chatId: \"70000001001@c.us\") { history { totalCount } } } }",
                "{ account(name: \"%s\") { message(chatId: \"70000001001@c.us\", messageId: \"3A000000000000000001\") { id } } }",
                "{ account(name: \"%s\") { search(text: \"text\") { totalCount } } }",
                "mutation { markRead(account: \"%s\", chatId: \"70000001001@c.us\", upTo: \"2026-01-01T00:00:00Z\") { id } }",
            })
    void hidesAnAccountFromWhoNamesIt(String query) {
        UpstreamAccount hers = warm();

        String foreign = BOB.answer(query.formatted(hers.name()));

        assertEquals(BOB.answer(query.formatted(nobody(hers))), foreign);
        assertTrue(foreign.contains("ACCOUNT_NOT_FOUND") && foreign.contains("There is no account of that name."));
        assertEquals(List.of(), hers.takeCalls());
    }

    /** Root reads the same account; a caller who changes its key stays the same. */
    @Test
    void eachCallerHasReadWhatItHasRead() {
        UpstreamAccount hers = warm();
        String unread =
                "{ account(name: \"%s\") { chat(chatId: \"%s\") { unreadCount } } }".formatted(hers.name(), VERA);
        String mark = "mutation { markRead(account: \"%s\", chatId: \"%s\", upTo: \"%s\") { unreadCount } }";
        String count = "data.account.chat.unreadCount";
        KnownCaller root = withKey(ApiKeyProfile.ROOT);
        ALICE.ask(mark.formatted(hers.name(), VERA, clock.instant().minus(Duration.ofDays(1))))
                .body("data.markRead.unreadCount", equalTo(1));

        ALICE.ask(unread).body(count, equalTo(1));
        withKey(ApiKeyProfile.ALICE_NEXT).ask(unread).body(count, equalTo(1));
        root.ask(unread).body(count, equalTo(0));
        withKey(ApiKeyProfile.ALICE_NEXT)
                .ask(mark.formatted(hers.name(), VERA, clock.instant()))
                .body("data.markRead.unreadCount", equalTo(0));
        ALICE.ask(unread).body(count, equalTo(0));
    }

    static Stream<Named<BiFunction<KnownCaller, String, String>>> doors() {
        return Stream.of(
                Named.of("variable", TenantsApiTest::byVariable),
                Named.of("GET", TenantsApiTest::byGet),
                Named.of("persisted query", TenantsApiTest::byHash));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void hidesAnAccountWhereverItsNameStands(BiFunction<KnownCaller, String, String> door) {
        UpstreamAccount hers = warm();
        byVariable(ALICE, hers.name(), persisted().put("query", BY_NAME));
        assertTrue(door.apply(ALICE, hers.name()).contains("\"totalCount\":1"), "the door is open to her");

        String foreign = door.apply(BOB, hers.name());

        assertEquals(door.apply(BOB, nobody(hers)), foreign);
        assertTrue(foreign.contains("ACCOUNT_NOT_FOUND") && foreign.contains("There is no account of that name."));
        assertEquals(List.of(), hers.takeCalls());
    }

    private static String byVariable(KnownCaller caller, String account) {
        return byVariable(caller, account, new JsonObject().put("query", BY_NAME));
    }

    private static String byHash(KnownCaller caller, String account) {
        return byVariable(caller, account, persisted());
    }

    private static String byVariable(KnownCaller caller, String account, JsonObject body) {
        return caller.post(body.put("variables", Map.of("name", account)).encode())
                .asString();
    }

    private static String byGet(KnownCaller caller, String account) {
        return caller.request()
                .header("Apollo-Require-Preflight", "true")
                .queryParam("query", BY_NAME)
                .queryParam("variables", new JsonObject().put("name", account).encode())
                .get("/graphql")
                .asString();
    }

    private static JsonObject persisted() {
        JsonObject hash = new JsonObject().put("version", 1).put("sha256Hash", AuthFixture.hash(BY_NAME));
        return new JsonObject().put("extensions", new JsonObject().put("persistedQuery", hash));
    }

    static Stream<List<String>> ids() {
        return Stream.of(
                List.of("ACCOUNT"),
                List.of("CHAT", VERA),
                List.of("MESSAGE", VERA, id(1), "INCOMING"),
                List.of("EVENT", VERA, "%seconds%", "textMessage", "INCOMING", "0"),
                List.of("STATUS", VERA, id(1), "%seconds%"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void hidesWhatAnIdNamesThatWasMadeByHand(List<String> parts) {
        UpstreamAccount hers = warm();

        String foreign = BOB.answer(node(hers.name(), parts));

        assertEquals(BOB.answer(node(nobody(hers), parts)), foreign);
        assertEquals("{\"data\":{\"node\":null}}", foreign);
        assertEquals(List.of(), hers.takeCalls());
        if (List.of("ACCOUNT", "CHAT", "MESSAGE").contains(parts.get(0))) {
            assertTrue(ALICE.answer(node(hers.name(), parts)).contains("__typename"), "the id is right");
        }
    }

    @Test
    void hidesAnAccountFromWhoTakesItsIdFromAnAnswer() {
        UpstreamAccount hers = warm();
        String ids = "{ account(name: \"%s\") { id messages { nodes { id chat { id } } } } }".formatted(hers.name());
        JsonObject account =
                new JsonObject(ALICE.answer(ids)).getJsonObject("data").getJsonObject("account");
        JsonObject message =
                account.getJsonObject("messages").getJsonArray("nodes").getJsonObject(0);

        for (String id : List.of(
                account.getString("id"),
                message.getString("id"),
                message.getJsonObject("chat").getString("id"))) {
            assertEquals(
                    "{\"data\":{\"node\":null}}", BOB.answer("{ node(id: \"%s\") { id __typename } }".formatted(id)));
        }
        assertEquals(List.of(), hers.takeCalls());
    }

    @Test
    void aCursorOfAnotherAccountIsOneOfNoList() {
        UpstreamAccount hers = warm();
        UpstreamAccount his = accountOf(1);
        String seconds = Long.toString(clock.instant().getEpochSecond());
        String page = "{ account(name: \"" + his.name() + "\") { messages(after: \"%s\") { totalCount } } }";

        String foreign = BOB.answer(page.formatted(encode("1", "messages:" + hers.name(), seconds, id(1))));

        assertEquals(BOB.answer(page.formatted(encode("1", "messages:" + nobody(hers), seconds, id(1)))), foreign);
        assertTrue(foreign.contains("BAD_REQUEST"), foreign);
        assertEquals(List.of(), hers.takeCalls());
        assertEquals(List.of(), his.takeCalls());
    }

    @Test
    void whatIsHeldForOneTenantIsNotServedToAnother() {
        UpstreamAccount hers = warm();
        String query =
                "{ account(name: \"%s\") { messages { totalCount freshness { state } } } }".formatted(hers.name());

        ALICE.ask(query)
                .body("data.account.messages.freshness.state", equalTo("FRESH"))
                .body("data.account.messages.totalCount", equalTo(1));
        BOB.ask(query)
                .body("data.account", nullValue())
                .body("errors[0].extensions.code", equalTo("ACCOUNT_NOT_FOUND"));
        assertEquals(List.of(), hers.takeCalls());
    }

    @Test
    void nobodyJoinsACallOfAnotherTenant() {
        UpstreamAccount hers = accountOf(0);
        Queue<Runnable> held = new ConcurrentLinkedQueue<>();
        hers.on(
                "lastIncomingMessages",
                (request, body) -> held.add(
                        () -> Reply.rows(received(VERA, id(1), clock.instant()).encode())
                                .send(request, body)));
        String query = "{ account(name: \"%s\") { messages(filter: {direction: INCOMING}) { totalCount } } }"
                .formatted(hers.name());

        CompletableFuture<String> waiting = ALICE.later(HttpClient.newHttpClient(), query);
        Gateway.await(() -> !held.isEmpty());
        BOB.ask(query).body("errors[0].extensions.code", equalTo("ACCOUNT_NOT_FOUND"));
        held.remove().run();

        assertTrue(waiting.join().contains("\"totalCount\":1"), waiting.join());
        assertEquals(1, hers.takeCalls().size());
    }

    /** Each resolver after an upstream call looks its account up again: it must be that of its own request. */
    @Test
    void requestsAtTheSameTimeKeepTheirCallers() {
        UpstreamAccount hers = warm();
        UpstreamAccount his = warm(1);
        String query = "{ account(name: \"%s\") { name chats(first: 1) { nodes { message(messageId: \"" + id(1)
                + "\") { text } } } } other: account(name: \"%s\") { name } }";
        HttpClient client = HttpClient.newHttpClient();

        List<CompletableFuture<String>> answers = IntStream.range(0, 60)
                .mapToObj(i -> i % 2 == 0
                        ? ALICE.later(client, query.formatted(hers.name(), his.name()))
                        : BOB.later(client, query.formatted(his.name(), hers.name())))
                .toList();

        IntStream.range(0, answers.size()).forEach(i -> {
            JsonObject answer = new JsonObject(answers.get(i).join());
            JsonObject data = answer.getJsonObject("data");
            JsonObject own = data.getJsonObject("account");
            assertEquals((i % 2 == 0 ? hers : his).name(), own.getString("name"));
            assertEquals(
                    "text of " + id(1),
                    own.getJsonObject("chats")
                            .getJsonArray("nodes")
                            .getJsonObject(0)
                            .getJsonObject("message")
                            .getString("text"));
            assertEquals(null, data.getJsonObject("other"));
        });
    }

    /** A name as long as that one, and of no account: the columns in an error are the same. */
    private static String nobody(UpstreamAccount account) {
        return "x" + account.name().substring(1);
    }

    /** An account of Alice whose messages the gateway holds. */
    private UpstreamAccount warm() {
        return warm(0);
    }

    private UpstreamAccount warm(int parity) {
        UpstreamAccount account = accountOf(parity)
                .incoming(received(VERA, id(1), clock.instant()).encode());
        (parity == 0 ? ALICE : BOB)
                .ask("{ account(name: \"%s\") { messages { totalCount } } }".formatted(account.name()))
                .body("data.account.messages.totalCount", equalTo(1));
        account.takeCalls();
        return account;
    }

    private UpstreamAccount accountOf(int parity) {
        return Stream.generate(upstream::whatsapp)
                .filter(account -> Integer.parseInt(account.name().substring(1)) % 2 == parity)
                .findFirst()
                .orElseThrow();
    }

    private String node(String account, List<String> parts) {
        String seconds = Long.toString(clock.instant().getEpochSecond());
        String[] fields = Stream.concat(
                        Stream.of("1", parts.get(0), account),
                        parts.stream().skip(1).map(part -> part.replace("%seconds%", seconds)))
                .toArray(String[]::new);
        return "{ node(id: \"%s\") { id __typename } }".formatted(encode(fields));
    }

    private static String encode(String... fields) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\u001f", fields).getBytes(StandardCharsets.UTF_8));
    }
}
