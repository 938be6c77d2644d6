package dev.greengraph.bench;

import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many upstream calls the gateway needs for the traffic of an hour, beside no cache, a plain cache and the fewest
 * possible; and what it does with more chats at once than the budget has turns. Fails if an expectation is broken.
 */
public final class FrugalityBenchmark {

    private static final double WITHIN = 1.1;
    private static final int LEAST_SAVING = 20;
    private static final Set<UpstreamEndpoint> JOURNALS =
            Set.of(EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), EndpointTable.LAST_OUTGOING_MESSAGES.endpoint());

    private FrugalityBenchmark() {}

    /** Takes its parameters from system properties: {@link BenchConfig}. */
    public static void main(String... arguments) {
        Settings settings = Settings.read();
        BenchConfig config = settings.bench();
        World world = new World(config);
        List<Query> queries = Workload.of(config, world);
        Report report = new Report(settings, queries.size());

        Run gateway = Run.of(config, queries, (time, upstream) -> new Gateway(settings, time, upstream, world));
        report.add("greengraph", gateway);
        report.add("(a) no cache", Run.of(config, queries, NoCache::new));
        report.add(
                "(b) TTL cache, single flight",
                Run.of(config, queries, (time, upstream) -> new TtlCache(settings, time, upstream)));
        Map<UpstreamEndpoint, Integer> fewest = LowerBound.of(settings, queries);
        report.add("(c) lower bound", fewest);
        Burst burst = Burst.of(settings, world);
        report.add(burst);
        System.out.println(report);
        BusyJournal parts = BusyJournal.of(settings);
        BusyJournal whole = BusyJournal.of(Settings.read(Map.of("greengraph.cache.journal-whole-every", "0s")));
        System.out.println("Journals of a busy account in an hour: " + parts + "; always read whole: " + whole);

        List<String> broken = broken(config, queries.size(), gateway, fewest);
        broken.addAll(broken(burst));
        if (parts.entries() * LEAST_SAVING > whole.entries() || parts.calls() > whole.calls()) {
            broken.add("a busy account's journals bring more than a twentieth of what they bring when read whole");
        }
        if (!broken.isEmpty()) {
            throw new IllegalStateException("expectations broken: " + String.join("; ", broken));
        }
    }

    private static List<String> broken(
            BenchConfig config, int queries, Run gateway, Map<UpstreamEndpoint, Integer> fewest) {
        List<String> broken = new ArrayList<>();
        if (gateway.upstream().refused() > 0) {
            broken.add(gateway.upstream().refused() + " upstream 429s");
        }
        if (gateway.ended() != queries) {
            broken.add(queries - gateway.ended() + " queries without an end");
        }
        if (config.users() == 200 && config.polling().equals(Duration.ofSeconds(5))) {
            compare("all", gateway, fewest, Set.copyOf(EndpointTable.ALL)).ifPresent(broken::add);
            compare("the journals'", gateway, fewest, JOURNALS).ifPresent(broken::add);
        }
        return broken;
    }

    /** The journals alone, too: what stale histories save must not hide what the inbox costs. */
    private static Optional<String> compare(
            String whose, Run gateway, Map<UpstreamEndpoint, Integer> fewest, Set<UpstreamEndpoint> endpoints) {
        int calls = endpoints.stream().mapToInt(gateway.upstream()::calls).sum();
        int bound = endpoints.stream()
                .mapToInt(endpoint -> fewest.getOrDefault(endpoint, 0))
                .sum();
        return calls <= WITHIN * bound
                ? Optional.empty()
                : Optional.of("%s calls are %d, the lower bound is %d".formatted(whose, calls, bound));
    }

    private static List<String> broken(Burst burst) {
        List<String> broken = new ArrayList<>();
        if (burst.upstream().refused() > 0) {
            broken.add(burst.upstream().refused() + " upstream 429s in the burst");
        }
        if (burst.failed() + burst.refusedLate() > 0) {
            broken.add("%d chats failed, %d refused late".formatted(burst.failed(), burst.refusedLate()));
        }
        if (burst.answered() != burst.servable()) {
            broken.add("%d of %d servable chats answered".formatted(burst.answered(), burst.servable()));
        }
        if (burst.servedThen() != burst.refused()) {
            broken.add("%d of %d refused chats served when asked again".formatted(burst.servedThen(), burst.refused()));
        }
        if (burst.right() != burst.refused()) {
            broken.add("%d of %d retryAfterMs right within 20 %%".formatted(burst.right(), burst.refused()));
        }
        return broken;
    }
}
