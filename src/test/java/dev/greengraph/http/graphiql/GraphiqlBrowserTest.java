package dev.greengraph.http.graphiql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.browser.BrowserTab;
import dev.greengraph.testsupport.browser.Chromium;
import dev.greengraph.testsupport.gateway.GraphqlSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a person sees it, in a real browser. Skipped where none is installed. */
@QuarkusTest
@TestProfile(GraphiqlOn.class)
class GraphiqlBrowserTest {

    private static final String RUN = ".graphiql-execute-button";
    private static final String ANSWER = "document.querySelector('.result-window .CodeMirror').CodeMirror.getValue()";
    private static final String QUERY =
            "(document.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror.getValue() ?? '')";
    private static final String HEADERS_TAB = ".graphiql-editor-tools button:nth-of-type(2)";
    private static final String HEADERS_EDITOR = ".graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror";
    private static final String SECRET = "canary-4711";

    private static final String CHANGES = "subscription { messageChanged { message { text } } }";

    @TestHTTPResource
    URL root;

    @ConfigProperty(name = "greengraph.accounts.shop.api-url")
    String simulator;

    private static @Nullable Chromium chromium;

    private BrowserTab tab;

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
    void openThePage() {
        tab = Objects.requireNonNull(chromium).openTab();
        tab.open(root.toString());
        tab.await("document.querySelector('%s')".formatted(RUN));
    }

    @AfterEach
    void closeThePage() {
        tab.close();
    }

    @Test
    void leadsToThePageAndRunsTheFirstExample() throws IOException {
        assertEquals(page(), tab.evaluate("location.href"));
        assertEquals("greengraph", tab.evaluate("document.title"));
        assertTrue(tab.answerHeaders("Content-Security-Policy").get(0).contains("script-src 'self'"), "has a policy");

        tab.click(RUN);

        tab.await(ANSWER + ".includes('totalCount')");
        tab.await("!%s.includes('errors')".formatted(ANSWER));
        tab.await(ANSWER + ".includes('plannedCalls')");
        tab.await("document.querySelector('.cost')?.innerText.endsWith('made, 2 planned')");
        keepScreenshot("graphiql.png");
        assertEquals(List.of(), tab.consoleErrors());
    }

    @Test
    void opensOneTabForEachExample() {
        List<String> titles =
                List.of("Inbox", "ChatHistory", "Quotes", "Statuses", "TwoAccounts", "Endpoints", "Live", "Search");

        tab.await("document.querySelectorAll('.graphiql-tab').length === " + titles.size());

        String shown = "[...document.querySelectorAll('.graphiql-tab')].map(tab => tab.innerText.trim()).join()";
        assertEquals(String.join(",", titles), tab.evaluate(shown));
    }

    /** With stored tabs, as openThePage left them, and without. Headers in a link are ignored. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void opensTheOperationOfALink(boolean firstVisit) throws Exception {
        if (firstVisit) {
            tab.evaluate("localStorage.clear()");
        }
        String document = "query First { __typename } query Second($name: String!) { account(name: $name) { name } }";
        String headers = "{\"Authorization\":\"Bearer %s\"}".formatted(SECRET);

        tab.open(page() + "?query=" + encoded(document) + "&variables=" + encoded("{\"name\":\"nobody\"}")
                + "&operationName=Second&headers=" + encoded(headers));

        tab.await(QUERY + ".includes('query Second')");
        tab.click(RUN);
        tab.await(ANSWER + ".includes('ACCOUNT_NOT_FOUND')");
        String editors = "[...document.querySelectorAll('.CodeMirror')].map(e => e.CodeMirror.getValue()).join()";
        assertFalse(tab.evaluate(editors).contains(SECRET));
        assertEquals(List.of(), tab.requestHeaders("Authorization"));
    }

    @Test
    void aLinkRunsNothingByItself() throws Exception {
        tab.open(page() + "?query=" + encoded("query Linked { __typename }"));

        tab.await(QUERY + ".includes('query Linked')");
        tab.await("document.querySelector('.graphiql-execute-button')");
        assertEquals("", tab.evaluate(ANSWER));
        assertEquals("Linked", tab.evaluate("document.querySelector('.graphiql-tab-active').innerText.trim()"));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void showsMessagesAsTheyCome() throws Exception {
        String text = "Is the blue mug ready?";
        runAsSoonAsShown("#graphiql-session-tab-6", "subscription Live");

        try (GraphqlSocket other = GraphqlSocket.open().acknowledged()) {
            awaitFirstReading(other);
            do { // nothing tells from which reading on the page is told
                addMessage(text);
                awaitWord(other, text);
            } while (tab.evaluate(ANSWER).isEmpty());
        }

        assertTrue(tab.evaluate(ANSWER).contains("messageChanged"), tab.evaluate(ANSWER));
        keepScreenshot("graphiql-live.png");
        tab.click(RUN);
        tab.await("document.querySelector('%s[aria-label^=Execute]')".formatted(RUN));
        assertEquals(List.of(), tab.consoleErrors());
    }

    @Test
    void aQueryIsRunUnderItsOwnNameAsSoonAsItsTabIsChosen() {
        runAsSoonAsShown("#graphiql-session-tab-4", "query TwoAccounts");

        tab.await(ANSWER + ".includes('plannedCalls')");
        assertFalse(tab.evaluate(ANSWER).contains("errors"), tab.evaluate(ANSWER));
    }

    /** GraphiQL itself reads a moment later what the editor holds. */
    private void runAsSoonAsShown(String chosen, String text) {
        tab.evaluate("""
                document.querySelector('%s').click();
                (function look() {
                  if (%s.includes('%s')) document.querySelector('%s').click(); else setTimeout(look);
                })()""".formatted(chosen, QUERY, text, RUN));
    }

    /** What is read first is no change. */
    private static void awaitFirstReading(GraphqlSocket socket) throws InterruptedException {
        socket.subscribe("changes", CHANGES);
        socket.subscribe("none", "{ nothing }");
        awaitWord(socket, "\"id\":\"none\""); // so the one before has begun
        given().contentType("application/json")
                .body("{\"query\":\"{ account { messages(first: 1) { totalCount } } }\"}")
                .post("/graphql")
                .then()
                .body("errors", nullValue());
    }

    private static void awaitWord(GraphqlSocket socket, String part) throws InterruptedException {
        String told = socket.next();
        while (!told.contains(part)) {
            told = socket.next();
        }
    }

    private void addMessage(String text) {
        JsonObject message = new JsonObject()
                .put("account", "shop")
                .put("chatId", "70000001001@c.us")
                .put("text", text);
        given().body(message.encode())
                .post(simulator + "/_simulator/messages")
                .then()
                .statusCode(201);
    }

    @Test
    void explainsTheSchemaUnasked() throws Exception {
        tab.await("document.querySelector('.graphiql-doc-explorer')?.innerText.includes('Query')");

        tab.await("Object.keys(localStorage).some(key => key.endsWith(':tabState'))");
        tab.click("[aria-label='Hide Documentation Explorer']");
        tab.evaluate("window.beforeReload = true");
        tab.reload();

        tab.await("!window.beforeReload && document.querySelector('%s')".formatted(RUN));
        assertEquals("null", tab.evaluate("String(document.querySelector('.graphiql-doc-explorer'))"));
    }

    @Test
    void asksNoOtherHost() {
        tab.click(RUN);
        tab.await(ANSWER + ".includes('data')");

        List<String> elsewhere = tab.requestedUrls().stream()
                .filter(url -> !url.startsWith(root.toString()) && !url.startsWith("data:"))
                .toList();
        assertEquals(List.of(), elsewhere);
        assertTrue(tab.requestedUrls().contains(root + "graphql"), "the log is not empty");
    }

    @Test
    void sendsATypedHeaderAndForgetsIt() {
        tab.click(HEADERS_TAB);
        tab.click(HEADERS_EDITOR);
        tab.type("{\"Authorization\": \"Bearer %s\"}".formatted(SECRET));
        tab.click(RUN);
        tab.await(ANSWER + ".includes('data')");
        // The history is written when a query runs, the tabs when another one is chosen.
        tab.click("#graphiql-session-tab-1");
        tab.await("Object.values(localStorage).some(value => value.includes('\"activeTabIndex\":1'))");
        tab.await("Object.keys(localStorage).some(key => key.endsWith(':queries'))");

        assertTrue(tab.requestHeaders("Authorization").contains("Bearer " + SECRET));
        assertEquals(page(), tab.evaluate("location.href"));
        assertFalse(tab.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")
                .contains(SECRET));
        assertFalse(tab.requestedUrls().stream().anyMatch(url -> url.contains(SECRET)));
    }

    @Test
    void worksInTheDarkAndUnderItsPolicy() throws IOException {
        tab.click("[aria-label='Show History']");
        tab.click("[aria-label='Open settings dialog']");
        tab.await("document.querySelector('.graphiql-dialog')");
        tab.click(".graphiql-dialog .graphiql-button-group button:nth-of-type(3)");
        tab.await("document.body.classList.contains('graphiql-dark')");
        tab.click(".graphiql-dialog-close");
        tab.await("!document.querySelector('.graphiql-dialog')");
        tab.click(RUN);
        tab.await(ANSWER + ".includes('data')");
        keepScreenshot("graphiql-dark.png");

        assertEquals(List.of(), tab.consoleErrors());
    }

    @Test
    void keepsTheTabsButNoHeaderOverAReload() {
        tab.await("document.querySelectorAll('.graphiql-tab').length === 8");
        tab.click(HEADERS_TAB);
        tab.click(HEADERS_EDITOR);
        tab.type("{\"Authorization\": \"Bearer %s\"}".formatted(SECRET));
        tab.click(RUN);
        tab.click("#graphiql-session-tab-3");
        tab.await("Object.values(localStorage).some(value => value.includes('\"activeTabIndex\":3'))");
        tab.evaluate("window.beforeReload = true");

        tab.reload();

        tab.await("!window.beforeReload && document.querySelectorAll('.graphiql-tab').length === 8");
        assertEquals("Statuses", tab.evaluate("document.querySelector('.graphiql-tab-active').innerText.trim()"));
        String editors = "[...document.querySelectorAll('.CodeMirror')].map(e => e.CodeMirror.getValue()).join()";
        assertFalse(tab.evaluate(editors).contains(SECRET));
    }

    private String page() {
        return root + "graphiql";
    }

    /** For a look at the page after a build. */
    private void keepScreenshot(String name) throws IOException {
        Files.write(Path.of("target", name), tab.screenshot());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
