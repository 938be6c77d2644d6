package dev.greengraph.simulator.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.simulator.wire.UpstreamMethod;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody asks for at {@code /_simulator/faults}.
 *
 * <p>Fails with {@link IllegalArgumentException} whose message names the field and what is allowed in it.
 */
final class FaultRequest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> FIELDS =
            new TreeSet<>(Set.of("account", "method", "kind", "times", "seconds", "delayMillis"));
    private static final int DEFAULT_DELAY_MILLIS = 1000;
    private static final int MOST = 3_600_000;

    private final Set<String> accounts;

    FaultRequest(Set<String> accounts) {
        this.accounts = new TreeSet<>(accounts);
    }

    Fault read(String body) {
        JsonNode json = parse(body);
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            require(FIELDS.contains(names.next()), "fields", FIELDS);
        }
        FaultKind kind = FaultKind.named(json.path("kind").asText())
                .orElseThrow(() -> notAllowed("kind", FaultKind.wireNames()));
        Integer seconds = number(json, "seconds");
        Integer delayMillis = number(json, "delayMillis");
        return new Fault(
                kind,
                account(json),
                method(json),
                number(json, "times"),
                seconds == null ? null : Duration.ofSeconds(seconds),
                Duration.ofMillis(delayMillis == null ? defaultDelay(kind) : delayMillis));
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            require(json.isObject(), "body", List.of("JSON objects"));
            return json;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("body: allowed are JSON objects", unreadable);
        }
    }

    private static int defaultDelay(FaultKind kind) {
        return kind == FaultKind.DELAY ? DEFAULT_DELAY_MILLIS : 0;
    }

    private @Nullable String account(JsonNode json) {
        JsonNode account = json.get("account");
        require(account == null || accounts.contains(account.asText()), "account", accounts);
        return account == null ? null : account.asText();
    }

    private static @Nullable UpstreamMethod method(JsonNode json) {
        JsonNode method = json.get("method");
        if (method == null) {
            return null;
        }
        return UpstreamMethod.named(method.asText()).orElseThrow(() -> notAllowed("method", methodNames()));
    }

    private static List<String> methodNames() {
        return Stream.of(UpstreamMethod.values()).map(UpstreamMethod::wireName).toList();
    }

    private static @Nullable Integer number(JsonNode json, String field) {
        JsonNode number = json.get(field);
        if (number == null) {
            return null;
        }
        boolean fits = number.canConvertToInt() && number.isIntegralNumber();
        require(
                fits && number.asInt() >= 1 && number.asInt() <= MOST,
                field,
                List.of("whole numbers from 1 to " + MOST));
        return number.asInt();
    }

    private static void require(boolean condition, String field, Iterable<String> allowed) {
        if (!condition) {
            throw notAllowed(field, allowed);
        }
    }

    private static IllegalArgumentException notAllowed(String field, Iterable<String> allowed) {
        return new IllegalArgumentException(field + ": allowed are " + String.join(", ", allowed));
    }
}
