package dev.greengraph.simulator.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.wire.UpstreamMethod;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Calls and answers of one account of each messenger, in their order.
 *
 * @param from when it began
 * @param isWhole false if there was more than is kept
 * @param exchanges of the messengers that were asked
 */
public record Recording(Instant from, boolean isWhole, Map<Messenger, List<Exchange>> exchanges) {

    private static final String FORMAT = "greengraph-recording-1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads what {@link #toJson} wrote; fails with {@link IllegalArgumentException}, which says what is wrong. */
    public static Recording parse(String text) {
        JsonNode json = json(text);
        if (!FORMAT.equals(json.path("format").asText())) {
            throw new IllegalArgumentException("is no recording: format must be " + FORMAT);
        }
        Map<Messenger, List<Exchange>> exchanges = new EnumMap<>(Messenger.class);
        for (Messenger messenger : Messenger.values()) {
            List<Exchange> ofOne = new ArrayList<>();
            json.path("exchanges").path(key(messenger)).forEach(each -> ofOne.add(exchange(each)));
            if (!ofOne.isEmpty()) {
                exchanges.put(messenger, List.copyOf(ofOne));
            }
        }
        return new Recording(
                instant(json.path("from").asText()), json.path("isWhole").asBoolean(), exchanges);
    }

    /** One object; times in ISO 8601 and milliseconds. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT).put("from", from.toString()).put("isWhole", isWhole);
        ObjectNode byMessenger = json.putObject("exchanges");
        exchanges.forEach((messenger, ofOne) -> {
            var array = byMessenger.putArray(key(messenger));
            ofOne.forEach(each -> array.addObject()
                    .put("atMillis", each.atMillis())
                    .put("method", each.question().method().wireName())
                    .put("status", each.status())
                    .<ObjectNode>set("arguments", each.question().arguments())
                    .set("body", each.body()));
        });
        return json;
    }

    private static Exchange exchange(JsonNode json) {
        UpstreamMethod method = UpstreamMethod.named(json.path("method").asText())
                .orElseThrow(() -> new IllegalArgumentException("method: unknown in this version"));
        ObjectNode arguments =
                json.path("arguments") instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        return new Exchange(
                json.path("atMillis").asLong(),
                new Question(method, arguments),
                json.path("status").asInt(),
                json.path("body"));
    }

    private static String key(Messenger messenger) {
        return messenger.name().toLowerCase(Locale.ROOT);
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("is no JSON", unreadable);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("from: must be a time such as 2026-03-02T10:00:00Z", malformed);
        }
    }
}
