package dev.greengraph.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The meters of one upstream method of one account. There is a counter for every outcome from the start: what an alarm
 * watches shows 0 before it shows 1.
 *
 * @param calls by {@link CallOutcome}
 * @param callTime from the sending to the last byte
 * @param budgetWait of the calls that got a turn
 * @param reads by {@link ReadFreshness}
 * @param age of what was served from memory
 * @param shared questions that joined a call
 * @param refusals by {@link RefusalReason}
 */
record EndpointMeters(
        Map<CallOutcome, Counter> calls,
        Timer callTime,
        Timer budgetWait,
        Map<ReadFreshness, Counter> reads,
        Timer age,
        Counter shared,
        Map<RefusalReason, Counter> refusals) {

    /** Makes meters that have account and endpoint in common. */
    record Maker(MeterRegistry registry, String account, String endpoint) {

        EndpointMeters make() {
            return new EndpointMeters(
                    counters("greengraph.upstream.calls", "Calls that have ended", "outcome", CallOutcome.class),
                    timer("greengraph.upstream.call", "How long calls took", 100, 250, 500, 1_000, 2_500, 5_000),
                    timer("greengraph.budget.wait", "How long calls waited for a turn", 100, 500, 1_000, 2_500, 5_000),
                    counters("greengraph.journal.reads", "Questions to it", "freshness", ReadFreshness.class),
                    timer("greengraph.journal.age", "Age of what was served", 1_000, 5_000, 60_000, 600_000, 3_600_000),
                    counter("greengraph.journal.shared", "Questions that joined a call", Tags.empty()),
                    counters("greengraph.journal.refusals", "Callers refused", "reason", RefusalReason.class));
        }

        private <E extends Enum<E>> Map<E, Counter> counters(
                String name, String description, String tag, Class<E> values) {
            Map<E, Counter> counters = new EnumMap<>(values);
            for (E value : values.getEnumConstants()) {
                Tags tags = Tags.of(tag, value.name().toLowerCase(Locale.ROOT));
                counters.put(value, counter(name, description, tags));
            }
            return counters;
        }

        private Counter counter(String name, String description, Tags more) {
            return Counter.builder(name)
                    .description(description)
                    .tags(tags().and(more))
                    .register(registry);
        }

        private Timer timer(String name, String description, long... bucketMillis) {
            Duration[] buckets =
                    LongStream.of(bucketMillis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
            return Timer.builder(name)
                    .description(description)
                    .tags(tags())
                    .serviceLevelObjectives(buckets)
                    .register(registry);
        }

        private Tags tags() {
            return Tags.of("account", account, "endpoint", endpoint);
        }
    }
}
