package dev.greengraph.simulator.fault;

import dev.greengraph.simulator.wire.ControlFields;
import dev.greengraph.simulator.wire.UpstreamMethod;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of {@code POST /_simulator/faults}.
 *
 * <p>Fails with {@link IllegalArgumentException} whose message names the field and what it must be.
 */
final class FaultRequest {

    private static final Set<String> FIELDS = Set.of("account", "method", "kind", "times", "seconds", "delayMillis");
    private static final int DEFAULT_DELAY_MILLIS = 1000;
    private static final int MOST = 3_600_000;

    private final Set<String> accounts;

    FaultRequest(Set<String> accounts) {
        this.accounts = new TreeSet<>(accounts);
    }

    Fault read(String body) {
        ControlFields fields = ControlFields.read(body, FIELDS);
        FaultKind kind =
                FaultKind.named(fields.required("kind", FaultKind.wireNames())).orElseThrow();
        Integer seconds = fields.number("seconds", MOST);
        Integer delayMillis = fields.number("delayMillis", MOST);
        return new Fault(
                kind,
                fields.optional("account", accounts),
                method(fields),
                fields.number("times", MOST),
                seconds == null ? null : Duration.ofSeconds(seconds),
                Duration.ofMillis(delayMillis == null ? defaultDelay(kind) : delayMillis));
    }

    private static int defaultDelay(FaultKind kind) {
        return kind == FaultKind.DELAY ? DEFAULT_DELAY_MILLIS : 0;
    }

    /** Case-insensitive, as in a path. */
    private static @Nullable UpstreamMethod method(ControlFields fields) {
        if (!fields.has("method")) {
            return null;
        }
        List<String> names =
                Stream.of(UpstreamMethod.values()).map(UpstreamMethod::wireName).toList();
        return UpstreamMethod.named(fields.text("method", MOST))
                .orElseThrow(() -> ControlFields.notOneOf("method", names));
    }
}
