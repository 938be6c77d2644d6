package dev.greengraph.bench.http;

import java.util.List;
import java.util.Locale;

/** What was measured, beside what it should be. */
final class WallClockTable {

    private WallClockTable() {}

    static void print(List<Comparison> comparisons) {
        System.out.println("| | bytes | answers/s | CPU µs | times the text | times the records | goal |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | --- |");
        comparisons.forEach(WallClockTable::print);
    }

    private static void print(Comparison comparison) {
        System.out.printf("| **%s** | | | | | | |%n", comparison.query().title());
        row(comparison, new Comparison.Goal(comparison.text(), ""));
        row(comparison, new Comparison.Goal(comparison.records(), ""));
        comparison.goals().forEach(goal -> row(comparison, goal));
    }

    private static void row(Comparison comparison, Comparison.Goal goal) {
        Side side = goal.side();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.1f | %.1f | %s |%n",
                side.name(),
                side.bytes(),
                side.perSecond(),
                side.cpuMicros(),
                side.cpuMicros() / comparison.text().cpuMicros(),
                side.cpuMicros() / comparison.records().cpuMicros(),
                goal.most());
    }
}
