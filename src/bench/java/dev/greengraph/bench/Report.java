package dev.greengraph.bench;

import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** The figures as Markdown, ready for {@code docs/performance.md}. */
final class Report {

    private final StringJoiner lines = new StringJoiner("\n", "", "\n");
    private final StringJoiner methods = new StringJoiner("\n", "\n", "\n");
    private String entries = "";
    private final Settings settings;
    private final int queries;

    Report(Settings settings, int queries) {
        this.settings = settings;
        this.queries = queries;
        lines.add(format("%,d queries", queries)).add("");
        lines.add("| | calls | per 1 000 queries | 429 | most in any second, of what is allowed | identical in flight |"
                + " budget of the busiest method | failed | stale, marked | no turn to refresh it | wait p50 / p95 / p99 ms |"
                + " age p50 / p95 / p99 ms |");
        lines.add("| --- " + "| ---: ".repeat(11) + "|");
        methods.add("| calls by method | histories | messages | incoming | outgoing |");
        methods.add("| --- " + "| ---: ".repeat(4) + "|");
    }

    /** A mechanism's row. */
    void add(String name, Run run) {
        VirtualUpstream upstream = run.upstream();
        Duration time = Duration.ofMinutes(settings.bench().minutes());
        lines.add(format(
                "| %s | %d | %.1f | %d | %.0f %% | %d | %.0f %% | %.2f %% | %.1f %% | %.1f %% | %s | %s |",
                name,
                upstream.calls(),
                per1000(upstream.calls()),
                upstream.refused(),
                100 * upstream.highestRate(),
                upstream.mostIdentical(),
                100 * upstream.budgetUsed(time),
                run.failedPercent(),
                run.stalePercent(),
                run.missedPercent(),
                run.waits(),
                run.ages()));
        addMethods(name, asked().map(upstream::calls).toList());
        if (entries.isEmpty()) {
            addEntries(upstream);
        }
    }

    /** Of the product, which comes first. */
    private void addEntries(VirtualUpstream upstream) {
        StringJoiner all = new StringJoiner(", ", "\nEntries that its answers brought: ", "\n");
        asked().forEach(endpoint -> all.add(format("%s %,d", endpoint.method(), upstream.entries(endpoint))));
        entries = all.toString();
    }

    /** The row of the lower bound. */
    void add(String name, Map<UpstreamEndpoint, Integer> calls) {
        int sum = calls.values().stream().mapToInt(Integer::intValue).sum();
        lines.add(format("| %s | %d | %.1f | | | | | | | | | |", name, sum, per1000(sum)));
        addMethods(
                name, asked().map(endpoint -> calls.getOrDefault(endpoint, 0)).toList());
    }

    /** The second scenario. */
    void add(Burst burst) {
        methods.add("");
        methods.add("%d chats at once: %d of %d servable answered, %d refused and told %s (%d of them not at once)."
                .formatted(
                        settings.bench().burst(),
                        burst.answered(),
                        burst.servable(),
                        burst.refused(),
                        burst.told(),
                        burst.refusedLate()));
        methods.add("Asked again then: %d of %d served, time right within 20 %% for %d; the unluckiest asked %d times."
                .formatted(burst.servedThen(), burst.refused(), burst.right(), burst.mostAsked()));
        methods.add(format(
                "All answered after %.1f s, %d failed, %d of %d calls got a 429.",
                burst.lastAnswered().toMillis() / 1_000.0,
                burst.failed(),
                burst.upstream().refused(),
                burst.upstream().calls()));
    }

    private void addMethods(String name, List<Integer> calls) {
        StringJoiner row = new StringJoiner(" | ", "| " + name + " | ", " |");
        calls.forEach(count -> row.add(count.toString()));
        methods.add(row.toString());
    }

    private static Stream<UpstreamEndpoint> asked() {
        return Stream.of(
                EndpointTable.GET_CHAT_HISTORY.endpoint(),
                EndpointTable.GET_MESSAGE.endpoint(),
                EndpointTable.LAST_INCOMING_MESSAGES.endpoint(),
                EndpointTable.LAST_OUTGOING_MESSAGES.endpoint());
    }

    private double per1000(int calls) {
        return 1_000.0 * calls / queries;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    @Override
    public String toString() {
        return lines.toString() + methods + entries;
    }
}
