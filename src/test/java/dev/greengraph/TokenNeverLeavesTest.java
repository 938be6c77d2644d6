package dev.greengraph;

import static dev.greengraph.testsupport.gateway.Rows.id;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.Accounts;
import dev.greengraph.account.AccountsConfig;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.testsupport.gateway.CapturedLog;
import dev.greengraph.testsupport.gateway.CollectedSpans;
import dev.greengraph.testsupport.gateway.FakeCollector;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.Gateway;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.ManagementPort;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.TracedGatewayProfile;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * No failure of the upstream shows its token, which is in every URL and echoed in its error bodies, nor what those bodies
 * say.
 *
 * <p>Captured: answers with their headers, health, metrics, spans and the very bytes that a collector of traces gets, all log records of the categories below with parameters and stack
 * traces, the threads, and what the beans that hold a token say of themselves. Not captured: records of Netty, which
 * writes every byte of a connection at DEBUG only if Vert.x' {@code logActivity} is on, and it is not.
 */
@QuarkusTest
@TestProfile(TracedGatewayProfile.class)
class TokenNeverLeavesTest {

    private static final String PHONE = "70000007777";
    private static final String UPSTREAM_TEXT = "said-by-the-upstream";
    private static final String CHAT = "70000001001@c.us";
    private static final String CONTROL = "control-value-4711";
    private static final String[] CATEGORIES = {
        "dev.greengraph",
        "io.quarkus",
        "io.vertx",
        "org.jboss.resteasy",
        "graphql",
        "io.smallrye",
        "org.eclipse",
        "org.apache"
    };
    /** Of the account without an upstream; see application.properties. */
    private static final String TOKEN_OF_MAIN = "canary-token-of-main-0123456789";

    FakeUpstream upstream;
    FakeCollector collector;

    @Inject
    GatewayClock clock;

    @Inject
    CollectedSpans spans;

    @Inject
    Accounts accounts;

    @Inject
    AccountsConfig config;

    @Inject
    AccountRepositories journals;

    private final StringBuilder seen = new StringBuilder();

    @Test
    void whateverTheUpstreamDoes() {
        String logged;
        String loggedAtInfo;
        List<UpstreamAccount> asked;
        try (CapturedLog log = new CapturedLog(CATEGORIES)) {
            Logger.getLogger("dev.greengraph.control").tracef("%s", CONTROL);
            asked = failures().map(this::driveThrough).toList();
            ask("main");
            clock.breakWith(new IllegalStateException(UPSTREAM_TEXT + PHONE));
            ask(asked.get(0).name());
            clock.repair();
            logged = log.text(Level.ALL);
            loggedAtInfo = log.text(Level.INFO);
        }
        see(ManagementPort.get("/q/health"));
        String metrics = ManagementPort.metrics();
        Gateway.await(() -> collector.received().contains("getIncomingStatuses"));
        String traces = spans.all() + collector.received();
        see(given().get("/graphql/schema.graphql"));
        String beans = Stream.of(accounts, config, journals, accounts.all(), config.accounts())
                .map(String::valueOf)
                .toList()
                .toString();
        String threads = Arrays.toString(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
                + Thread.getAllStackTraces().keySet();

        assertTrue(logged.contains(CONTROL), "the log is captured, parameters too");
        assertTrue(seen.toString().contains("UPSTREAM_UNAVAILABLE"), "answers are captured");
        assertTrue(metrics.contains("getChatHistory") && traces.contains("getChatHistory"), "both are captured");
        assertTrue(beans.contains("Account[main]") && threads.contains("vert.x"), "beans and threads are captured");
        asked.forEach(account -> assertFalse(account.takeCalls().isEmpty(), "the upstream saw the token"));
        for (String token : Stream.concat(
                        Stream.of(TOKEN_OF_MAIN), asked.stream().map(UpstreamAccount::token))
                .toList()) {
            for (String form : forms(token)) {
                assertEquals(List.of(), linesWith(form, seen + logged + beans + threads + metrics + traces));
            }
        }
        for (String text : List.of(PHONE, UPSTREAM_TEXT)) {
            assertEquals(List.of(), linesWith(text, seen + loggedAtInfo + metrics + traces));
        }
        for (String id : List.of(CHAT, id(1), "waInstance7103")) {
            assertEquals(List.of(), linesWith(id, metrics + traces));
        }
    }

    @Test
    void aFormIsFoundWhereverItStands() {
        String token = "token-of-w0-0123456789";
        for (String prefix : List.of("", "a", "ab", "abc")) {
            String encoded =
                    Base64.getEncoder().encodeToString((prefix + token + ":rest").getBytes(StandardCharsets.UTF_8));

            assertTrue(forms(token).stream().anyMatch(encoded::contains), prefix);
        }
    }

    private static Stream<Reply> failures() {
        return Stream.of(
                Reply.status(401, "application/json", ""),
                Reply.refusal(403, UPSTREAM_TEXT),
                Reply.status(429, "text/plain", UPSTREAM_TEXT),
                Reply.status(466, "application/json", "{\"description\":\"Allowed chats: " + PHONE + "@c.us\"}"),
                Reply.refusal(400, "Validation failed. Details: 'chatId' " + UPSTREAM_TEXT),
                Reply.refusal(400, "instance account not authorized " + PHONE),
                Reply.refusal(400, UPSTREAM_TEXT),
                Reply.refusal(404, UPSTREAM_TEXT),
                Reply.refusal(500, UPSTREAM_TEXT),
                Reply.refusal(504, UPSTREAM_TEXT),
                Reply.refusal(200, UPSTREAM_TEXT),
                Reply.redirect(),
                Reply.hang(),
                Reply.reset(),
                Reply.cut(),
                Reply.json("[{\"" + UPSTREAM_TEXT + "\" \"" + PHONE + "\"}]"),
                Reply.json("[" + "[".repeat(2_000)),
                Reply.status(200, "text/html", "<html>" + UPSTREAM_TEXT + PHONE));
    }

    private UpstreamAccount driveThrough(Reply failure) {
        UpstreamAccount account = upstream.whatsapp();
        for (String method : List.of(
                "lastIncomingMessages",
                "lastOutgoingMessages",
                "getChatHistory",
                "getMessage",
                "getIncomingStatuses")) {
            account.on(method, failure);
        }
        ask(account.name());
        return account;
    }

    private void ask(String account) {
        String query = """
                { account(name: "%s") { name endpoints { lastFailure { code } } messages { totalCount } statuses { totalCount }
                    chat(chatId: "%s") { title history { totalCount } message(messageId: "%s") { text } } } }
                """.formatted(account, CHAT, id(1));
        JsonObject body = new JsonObject().put("query", query);
        see(given().contentType("application/json").body(body.encode()).post("/graphql"));
    }

    private void see(Response response) {
        seen.append(response.headers()).append('\n').append(response.asString()).append('\n');
    }

    private static List<String> linesWith(String text, String where) {
        return where.lines().filter(line -> line.contains(text)).toList();
    }

    /** As it is, in a URL, and within base64, where it looks different in each of three places. */
    private static List<String> forms(String token) {
        Stream<String> encoded = IntStream.range(0, 3).mapToObj(shift -> {
            String whole = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString(("_".repeat(shift) + token).getBytes(StandardCharsets.UTF_8));
            return whole.substring(4, whole.length() - 3);
        });
        return Stream.concat(Stream.of(token, URLEncoder.encode(token, StandardCharsets.UTF_8)), encoded)
                .toList();
    }
}
