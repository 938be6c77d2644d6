package dev.greengraph.observe.request;

import dev.greengraph.observe.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records operations by name, but only names of trusted documents: names chosen by callers would make an unbounded number
 * of series.
 */
public final class OperationMetrics {

    private final Map<String, Map<RequestOutcome, Timer>> operations;

    /**
     * Registers the meters.
     *
     * @param names of all operations there are; none if any document is allowed
     */
    public OperationMetrics(MeterRegistry registry, Set<String> names) {
        this.operations = names.stream()
                .collect(Collectors.toUnmodifiableMap(
                        name -> name,
                        name -> new Meters(registry, Tags.of("operation", name))
                                .timers(
                                        "greengraph.operation",
                                        "Time of a trusted document's operation",
                                        "outcome",
                                        RequestOutcome.class)));
    }

    /** An operation has ended; one of another name is not recorded. */
    public void ended(String name, RequestOutcome outcome, Duration took) {
        Map<RequestOutcome, Timer> byOutcome = operations.get(name);
        if (byOutcome != null) {
            Objects.requireNonNull(byOutcome.get(outcome)).record(took);
        }
    }
}
