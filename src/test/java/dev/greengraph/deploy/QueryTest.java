package dev.greengraph.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void readsMetricsLabelsAndValues() {
        Query query = new Query(
                "sum by (a, le) (rate(calls_total{account=~\"$account\", outcome=~\"x|y\"}[5m])) > 0.5 * sum(held_bytes)");

        assertEquals(
                Map.of("calls_total", Map.of("account", Set.of(), "outcome", Set.of("x", "y")), "held_bytes", Map.of()),
                query.series());
        assertEquals(Set.of("a", "le"), query.groupings());
    }

    @Test
    void takesAnUnknownWordForAMetric() {
        assertEquals(
                Set.of("cals_total", "sume"),
                new Query("sume(cals_total)").series().keySet());
    }
}
