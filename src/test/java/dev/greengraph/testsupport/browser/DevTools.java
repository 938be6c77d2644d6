package dev.greengraph.testsupport.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A connection to one tab: commands with their answers, and every event that the tab reported. */
final class DevTools implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();

    @Nullable
    private WebSocket socket;

    private DevTools() {}

    static DevTools connect(HttpClient http, URI address) {
        DevTools tools = new DevTools();
        tools.socket = http.newWebSocketBuilder().buildAsync(address, tools).join();
        return tools;
    }

    /** Sends one command and waits for its answer; an answer that is an error fails. */
    JsonNode call(String method, Map<String, ?> parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        String command = write(Map.of("id", id, "method", method, "params", parameters));
        return connected()
                .sendText(command, true)
                .thenCompose(sent -> answer)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    /** The parameters of all events of that name so far, oldest first. */
    List<JsonNode> events(String method) {
        return events.stream()
                .filter(event -> event.path("method").asText().equals(method))
                .map(event -> event.path("params"))
                .toList();
    }

    @Override
    @Nullable
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            accept(read(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void accept(JsonNode message) {
        CompletableFuture<JsonNode> caller = open.remove(message.path("id").asInt());
        if (caller == null) {
            events.add(message);
        } else if (message.has("error")) {
            caller.completeExceptionally(
                    new IllegalStateException(message.path("error").toString()));
        } else {
            caller.complete(message.path("result"));
        }
    }

    private WebSocket connected() {
        if (socket == null) {
            throw new IllegalStateException("Not connected");
        }
        return socket;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}
