package dev.greengraph.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The meters of one upstream method of one account.
 *
 * @param calls by {@link CallOutcome}
 * @param callTime from the sending to the last byte
 * @param budgetWait of the calls that got a slot
 * @param reads by {@link ReadFreshness}
 * @param age of what was served from memory
 * @param shared questions that joined a call
 * @param refusals by {@link RefusalReason}
 * @param turns of calls, by the label of their requester
 * @param displaced calls that lost their place, likewise
 */
record EndpointMeters(
        Map<CallOutcome, Counter> calls,
        Timer callTime,
        Timer budgetWait,
        Map<ReadFreshness, Counter> reads,
        Timer age,
        Counter shared,
        Map<RefusalReason, Counter> refusals,
        ConcurrentMap<String, Counter> turns,
        ConcurrentMap<String, Counter> displaced) {

    /** Makes them. */
    record Maker(MeterRegistry registry, String account, String endpoint) {

        EndpointMeters make() {
            Meters meters = meters();
            Tags none = Tags.empty();
            return new EndpointMeters(
                    meters.counters("greengraph.upstream.calls", "Calls ended", "outcome", CallOutcome.class),
                    meters.timer(
                            "greengraph.upstream.call", "Time of a call", none, 100, 250, 500, 1_000, 2_500, 5_000),
                    meters.timer("greengraph.budget.wait", "Wait for a slot", none, 100, 500, 1_000, 2_500, 5_000),
                    meters.counters(
                            "greengraph.cache.reads", "Questions to the cache", "freshness", ReadFreshness.class),
                    meters.timer("greengraph.cache.age", "Age served", none, 1_000, 5_000, 60_000, 600_000, 3_600_000),
                    meters.counter("greengraph.cache.shared", "Questions that joined a call"),
                    meters.counters("greengraph.gate.refusals", "Callers refused", "reason", RefusalReason.class),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>());
        }

        Counter turns(String requester) {
            return meters().counter("greengraph.gate.turns", "Calls that got a turn", "requester", requester);
        }

        Counter displaced(String requester) {
            return meters().counter("greengraph.gate.displaced", "Calls that made room", "requester", requester);
        }

        private Meters meters() {
            return new Meters(registry, Tags.of("account", account, "endpoint", endpoint));
        }
    }
}
