package dev.greengraph.observe.request;

import dev.greengraph.observe.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records requests to the GraphQL entry: outcome, duration, error codes, number in flight. Never by path, method or
 * operation name, which callers choose.
 */
public final class RequestMetrics<E extends Enum<E>> {

    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Map<RequestOutcome, Timer> requests;
    private final Map<E, Counter> errors;

    /**
     * Registers the meters.
     *
     * @param codes all codes that an error may have
     */
    public RequestMetrics(MeterRegistry registry, Class<E> codes) {
        this.registry = registry;
        Meters meters = Meters.of(registry);
        this.requests = meters.timers(
                "greengraph.request",
                "Time from a request's head to the last byte of its answer",
                "outcome",
                RequestOutcome.class,
                5,
                25,
                100,
                500,
                1_000,
                2_500,
                5_000,
                10_000);
        this.errors = meters.counters("greengraph.request.errors", "Requests told such an error", "code", codes);
        meters.gauge("greengraph.requests.in.flight", "Requests begun and not yet ended", inFlight::get);
    }

    /**
     * A request has begun.
     *
     * @return when, for {@link #ended}
     */
    public long begun() {
        inFlight.incrementAndGet();
        return registry.config().clock().monotonicTime();
    }

    /**
     * A request has ended.
     *
     * @param begun what {@link #begun} returned
     * @param codes of the errors that the caller was told; each counts once
     * @return how long it took
     */
    public Duration ended(long begun, RequestOutcome outcome, Set<E> codes) {
        inFlight.decrementAndGet();
        Duration took = Duration.ofNanos(registry.config().clock().monotonicTime() - begun);
        Objects.requireNonNull(requests.get(outcome)).record(took);
        codes.forEach(code -> Objects.requireNonNull(errors.get(code)).increment());
        return took;
    }
}
