package dev.greengraph.http.graphiql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.browser.BrowserTab;
import dev.greengraph.testsupport.browser.Chromium;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    @TestHTTPResource
    URL root;

    @Nullable
    private Chromium chromium;

    private BrowserTab tab;

    @BeforeEach
    void openThePage() throws Exception {
        chromium = Chromium.startOrSkip();
        tab = chromium.openTab();
        tab.open(root.toString());
        tab.await("document.querySelector('%s')".formatted(RUN));
    }

    @AfterEach
    void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
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
        keepScreenshot("graphiql.png");
        assertEquals(List.of(), tab.consoleErrors());
    }

    @Test
    void opensOneTabForEachExample() {
        List<String> titles = List.of("Inbox", "ChatHistory", "Quotes", "Statuses", "TwoAccounts", "Endpoints");

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
        tab.await("document.querySelectorAll('.graphiql-tab').length === 6");
        tab.click(HEADERS_TAB);
        tab.click(HEADERS_EDITOR);
        tab.type("{\"Authorization\": \"Bearer %s\"}".formatted(SECRET));
        tab.click(RUN);
        tab.click("#graphiql-session-tab-3");
        tab.await("Object.values(localStorage).some(value => value.includes('\"activeTabIndex\":3'))");
        tab.evaluate("window.beforeReload = true");

        tab.reload();

        tab.await("!window.beforeReload && document.querySelectorAll('.graphiql-tab').length === 6");
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
