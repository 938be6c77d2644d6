package dev.greengraph.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.browser.BrowserTab;
import dev.greengraph.testsupport.browser.Chromium;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What pages of other origins can do to the gateway, in a real browser. Each asks for messages, which would cost upstream
 * calls. Skipped where no browser is installed.
 */
@QuarkusTest
@TestProfile(CrossOriginProfile.class)
class CrossOriginBrowserTest {

    private static final List<String> CALLS =
            List.of("lastIncomingMessages?minutes=1440", "lastOutgoingMessages?minutes=1440");

    @TestHTTPResource("graphql")
    URL endpoint;

    FakeUpstream upstream;
    ForeignPages.Origins origins;

    private UpstreamAccount account;
    private BrowserTab tab;

    private static @Nullable Chromium chromium;

    @BeforeAll
    static void startTheBrowser() throws IOException {
        chromium = Chromium.startOrSkip();
    }

    @AfterAll
    static void endTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openATab() {
        tab = Objects.requireNonNull(chromium).openTab();
        account = upstream.whatsapp();
    }

    @AfterEach
    void closeTheTab() {
        tab.close();
    }

    @Test
    void aFormOfAnyPageIsRefused() {
        open(origins.unknown());

        // A form can write JSON: what stands around its = goes into a text.
        String start = operation().substring(0, operation().length() - 1) + ",\"x\":\"";
        submit("post", "text/plain", endpoint.toString(), start, "\"}");

        awaitAnswer("Content-Type must be application/json");
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void aLinkOfAnyPageIsRefused() {
        open(origins.unknown());

        submit("get", "application/x-www-form-urlencoded", endpoint.toString(), "query", query());

        awaitAnswer("Apollo-Require-Preflight must be present with GET");
        assertEquals(List.of(), account.takeCalls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void aRequestThatABrowserSendsWithoutAskingIsRefused(String type) {
        open(origins.unknown());

        String result = fetch(
                "{method: 'POST', mode: 'no-cors', headers: {'Content-Type': '%s'}, body: `%s`}", type, operation());

        assertEquals("opaque", result);
        assertEquals(List.of(415), tab.answerStatuses(endpoint.toString()));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void anImageOfAnyPageIsRefused() {
        open(origins.unknown());

        String address = endpoint + "?query=" + URLEncoder.encode(query(), StandardCharsets.UTF_8);
        tab.evaluate(
                "const i = new Image(); i.onerror = () => window.result = 'failed'; i.src = '%s'".formatted(address));
        tab.await("window.result");

        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void anUnknownOriginIsStoppedByTheBrowser() {
        open(origins.unknown());

        for (String headers : List.of("'Content-Type': 'application/json'", "'Apollo-Require-Preflight': 'true'")) {
            String result = fetch("{method: 'POST', headers: {%s}, body: `%s`}", headers, operation());
            assertEquals("TypeError", result);
        }

        assertEquals(List.of(), account.takeCalls());
        assertTrue(tab.consoleErrors().toString().contains("CORS policy"), "that was the reason");
    }

    @Test
    void anAllowedOriginAsksAndReads() {
        open(origins.allowed());

        String result = fetch(
                "{method: 'POST', headers: {'Content-Type': 'application/json', 'Authorization': 'Bearer x', "
                        + "'X-API-Key': 'y', 'X-Request-Id': 'from-the-page'}, body: `%s`}",
                operation());

        assertEquals("from-the-page {\"data\":{\"account\":{\"messages\":{\"totalCount\":0}}}}", result);
        assertEquals(CALLS, account.takeCalls().stream().sorted().toList());
    }

    @Test
    void anAllowedOriginStillNeedsJson() {
        open(origins.allowed());

        String result = fetch("{method: 'POST', headers: {'Content-Type': 'text/plain'}, body: `%s`}", operation());

        assertTrue(result.contains("Content-Type must be application/json"), result);
        assertFalse(result.contains("data"), result);
        assertEquals(List.of(), account.takeCalls());
    }

    private void open(String origin) {
        tab.open(origin);
        tab.await("location.origin === '%s' && document.title === 'foreign'".formatted(origin));
    }

    private void submit(String method, String type, String action, String name, String value) {
        tab.evaluate("""
                const form = document.createElement('form');
                Object.assign(form, {method: '%s', enctype: '%s', action: '%s'});
                const input = document.createElement('input');
                Object.assign(input, {name: `%s`, value: `%s`});
                form.append(input);
                document.body.append(form);
                form.submit();
                """.formatted(method, type, action, escaped(name), escaped(value)));
    }

    private void awaitAnswer(String message) {
        tab.await("location.href.startsWith('%s') && document.body.innerText.includes('%s')"
                .formatted(endpoint, message));
    }

    /** The id and the text of the answer, or what came instead. */
    private String fetch(String options, String... texts) {
        Object[] escaped = Stream.of(texts).map(CrossOriginBrowserTest::escaped).toArray();
        tab.evaluate("""
                window.result = undefined;
                fetch('%s', %s)
                  .then(async r => r.type === 'opaque' ? r.type : r.headers.get('X-Request-Id') + ' ' + await r.text())
                  .catch(failure => failure.name)
                  .then(result => window.result = result);
                """.formatted(endpoint, options.formatted(escaped)));
        tab.await("window.result");
        return tab.evaluate("window.result");
    }

    private String query() {
        return "{ account(name: \"%s\") { messages { totalCount } } }".formatted(account.name());
    }

    private String operation() {
        return new JsonObject().put("query", query()).encode();
    }

    /** For a template literal. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\");
    }
}
