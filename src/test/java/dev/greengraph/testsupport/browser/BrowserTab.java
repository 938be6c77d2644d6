package dev.greengraph.testsupport.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** What a test does in a tab, and what the browser saw. Selectors are CSS. */
public final class BrowserTab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Looks again on every tick of the page; a condition that throws is not true yet. */
    private static final String WITHIN_A_SECOND = """
            new Promise(tell => {
              const end = Date.now() + 1000;
              const look = () => {
                let holds = false;
                try { holds = Boolean(%s) } catch (notYet) { holds = false }
                if (holds || Date.now() > end) tell(holds); else setTimeout(look, 20);
              };
              look();
            })""";

    private final DevTools tools;
    private final Runnable onClose;

    /** @param onClose ends the tab and forgets what it stored */
    BrowserTab(DevTools tools, Runnable onClose) {
        this.tools = tools;
        this.onClose = onClose;
        for (String domain : List.of("Page", "Network", "Runtime", "Log")) {
            tools.call(domain + ".enable", Map.of());
        }
    }

    @Override
    public void close() {
        onClose.run();
    }

    /** Goes to an address; wait for what the page should show before the next step. */
    public void open(String url) {
        tools.call("Page.navigate", Map.of("url", url));
    }

    public void reload() {
        tools.call("Page.reload", Map.of());
    }

    /**
     * The value of a JavaScript expression as text; empty if it is null or undefined.
     *
     * <p>Fails with {@link IllegalStateException} if the expression throws.
     */
    public String evaluate(String expression) {
        JsonNode answer = tools.call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value").asText("");
    }

    /** Waits until a JavaScript expression is true; fails with {@link AssertionError} if it takes too long. */
    public void await(String condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Never true: " + condition + "\nConsole: " + consoleErrors());
            }
        }
    }

    /** Clicks with the mouse into the middle of the first element that matches. */
    public void click(String selector) {
        await("document.querySelector(`%s`)".formatted(selector));
        String[] point = evaluate(("(box => `${box.x + box.width / 2} ${box.y + box.height / 2}`)"
                                + "(document.querySelector(`%s`).getBoundingClientRect())")
                        .formatted(selector))
                .split(" ");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            Map<String, ?> event = Map.of(
                    "type",
                    type,
                    "x",
                    Double.valueOf(point[0]),
                    "y",
                    Double.valueOf(point[1]),
                    "button",
                    "left",
                    "clickCount",
                    1);
            tools.call("Input.dispatchMouseEvent", event);
        }
    }

    /** Writes into whatever has the focus. */
    public void type(String text) {
        tools.call("Input.insertText", Map.of("text", text));
    }

    /** A PNG of what is visible. */
    public byte[] screenshot() {
        JsonNode image = tools.call("Page.captureScreenshot", Map.of("format", "png"));
        return Base64.getDecoder().decode(image.path("data").asText());
    }

    /** Addresses of all requests and WebSockets so far, from the browser's network log, oldest first. */
    public List<String> requestedUrls() {
        List<String> sockets = tools.events("Network.webSocketCreated").stream()
                .map(event -> event.path("url").asText())
                .toList();
        List<String> requests =
                requests().stream().map(request -> request.path("url").asText()).toList();
        return Stream.concat(requests.stream(), sockets.stream()).toList();
    }

    /** Every value that this request header has had so far. */
    public List<String> requestHeaders(String name) {
        return requests().stream()
                .map(request -> request.path("headers").path(name).asText(""))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The status of each answer to a request for exactly this address, preflights apart. */
    public List<Integer> answerStatuses(String url) {
        return tools.events("Network.responseReceived").stream()
                .filter(event -> !event.path("type").asText().equals("Preflight"))
                .map(event -> event.path("response"))
                .filter(response -> response.path("url").asText().equals(url))
                .map(response -> response.path("status").asInt())
                .toList();
    }

    /** Every value of this header that an answer has had so far, in the spelling of HTTP/1.1. */
    public List<String> answerHeaders(String name) {
        return tools.events("Network.responseReceived").stream()
                .map(event -> event.path("response").path("headers").path(name).asText(""))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Errors that a developer would see in the console: failed loads, policy violations, uncaught exceptions. */
    public List<String> consoleErrors() {
        List<String> logged = tools.events("Log.entryAdded").stream()
                .map(event -> event.path("entry"))
                .filter(entry -> entry.path("level").asText().equals("error"))
                .map(JsonNode::toString)
                .toList();
        List<String> thrown = tools.events("Runtime.exceptionThrown").stream()
                .map(JsonNode::toString)
                .toList();
        return Stream.concat(logged.stream(), thrown.stream()).toList();
    }

    private List<JsonNode> requests() {
        return tools.events("Network.requestWillBeSent").stream()
                .map(event -> event.path("request"))
                .toList();
    }

    /** Whether a condition becomes true within a second; a page that is left in the meantime has no answer. */
    private boolean holds(String condition) {
        Map<String, ?> look =
                Map.of("expression", WITHIN_A_SECOND.formatted(condition), "awaitPromise", true, "returnByValue", true);
        try {
            return tools.call("Runtime.evaluate", look)
                    .path("result")
                    .path("value")
                    .asBoolean();
        } catch (CompletionException betweenTwoPages) {
            return false;
        }
    }
}
