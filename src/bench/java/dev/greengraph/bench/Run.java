package dev.greengraph.bench;

import dev.greengraph.bench.Mechanism.Answer;
import dev.greengraph.cache.freshness.StaleCause.StaleReason;
import dev.greengraph.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.LongStream;

/** One mechanism, asked all queries of a workload, with what came of it. */
final class Run {

    private final VirtualTime time = new VirtualTime();
    private final VirtualUpstream upstream;
    private final LongStream.Builder waits = LongStream.builder();
    private final LongStream.Builder ages = LongStream.builder();
    private int answered;
    private int failed;
    private int stale;
    private int missed;

    private Run(BenchConfig config) {
        this.upstream = new VirtualUpstream(time, config);
    }

    static Run of(
            BenchConfig config, List<Query> queries, BiFunction<VirtualTime, VirtualUpstream, Mechanism> mechanism) {
        Run run = new Run(config);
        Mechanism asked = mechanism.apply(run.time, run.upstream);
        queries.forEach(query -> run.time.at(
                query.at(),
                () -> asked.ask(query)
                        .subscribe()
                        .with(answer -> run.answered(query, answer), failure -> run.failed++)));
        run.time.run();
        return run;
    }

    private void answered(Query query, Answer answer) {
        Instant now = time.instant();
        answered++;
        stale += answer.staleBecause() == null ? 0 : 1;
        missed += answer.staleBecause() == StaleReason.RATE_LIMITED ? 1 : 0;
        waits.add(Duration.between(query.at(), now).toMillis());
        if (answer.fetchedAt() != null) {
            ages.add(Duration.between(answer.fetchedAt(), now).toMillis());
        }
    }

    VirtualUpstream upstream() {
        return upstream;
    }

    /** Queries that came to an end: all of them, unless a mechanism loses some. */
    int ended() {
        return answered + failed;
    }

    /** The share of queries that failed, in percent. */
    double failedPercent() {
        return 100.0 * failed / ended();
    }

    /** The share of answers that were stale and marked so, in percent. */
    double stalePercent() {
        return answered == 0 ? 0 : 100.0 * stale / answered;
    }

    /** The share of answers that were stale and whose refresh had no turn either, in percent. */
    double missedPercent() {
        return answered == 0 ? 0 : 100.0 * missed / answered;
    }

    /** How long the answered waited. */
    Quantiles waits() {
        return Quantiles.of(waits.build());
    }

    /** How old their data was, where the mechanism tells: not of single messages. */
    Quantiles ages() {
        return Quantiles.of(ages.build());
    }

    /** Milliseconds at p50, p95 and p99. */
    record Quantiles(long p50, long p95, long p99) {

        private static Quantiles of(LongStream values) {
            long[] sorted = values.sorted().toArray();
            return new Quantiles(at(sorted, 50), at(sorted, 95), at(sorted, 99));
        }

        private static long at(long[] sorted, int percent) {
            return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100];
        }

        @Override
        public String toString() {
            return p50 + " / " + p95 + " / " + p99;
        }
    }
}
