package dev.greengraph.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.observe.request.OperationMetrics;
import dev.greengraph.testsupport.gateway.Scrape;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} lists every metric of ours with its type and labels, and no other. */
@QuarkusTest
class MetricsDocsTest {

    private static final Path PAGE = Path.of("docs", "metrics.md");

    @Inject
    UpstreamMetrics upstream;

    @Inject
    MeterRegistry registry;

    @Test
    void listsWhatIsRegistered() throws IOException {
        upstream.endpoint("main", "getMessage").missed();
        upstream.endpoint("main", "getMessage").turnGiven("others");
        upstream.endpoint("main", "getMessage").displaced("others");
        upstream.memory(1, () -> 0);
        upstream.queue("main", () -> false);
        new OperationMetrics(registry, Set.of("Example"));

        Scrape scrape = Scrape.now();

        assertEquals(lines(documented()), lines(scrape.families("greengraph_")));
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> metrics = new TreeMap<>();
        Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `greengraph_"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> metrics.put(plain(cells[1]), plain(cells[2]) + " " + labels(cells[3])));
        return metrics;
    }

    private static TreeSet<String> labels(String cell) {
        return plain(cell).isEmpty()
                ? new TreeSet<>()
                : new TreeSet<>(Arrays.asList(plain(cell).split(", ")));
    }

    private static String plain(String cell) {
        return cell.strip().replace("`", "");
    }

    private static String lines(Map<String, String> metrics) {
        return metrics.toString().replace("], ", "]\n");
    }
}
