package dev.greengraph.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.testsupport.gateway.Gateway;
import dev.greengraph.testsupport.gateway.Scrape;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The dashboard and the alarms ask for series that the running gateway has, by labels and values that these have. */
@QuarkusTest
class DashboardTest {

    private static final Path DASHBOARD = Path.of("deploy", "grafana", "greengraph.json");
    private static final Path ALERTS = Path.of("deploy", "prometheus", "alerts.yaml");
    private static final Path ALARMS = Path.of("docs", "alarms.md");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");

    @Inject
    UpstreamMetrics journal;

    @Test
    void everyQueryFindsItsSeries() throws IOException {
        List<String> expressions = Stream.concat(
                        ofPanels().stream(), rules().stream().map(DashboardTest::expression))
                .toList();
        assertTrue(expressions.size() > 25, "all of them");

        Map<String, Map<String, Set<String>>> scraped = scrape();

        List<String> missing = expressions.stream()
                .flatMap(expression -> missing(new Query(expression), scraped).stream())
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void findsWhatIsNotThere() {
        Map<String, Map<String, Set<String>>> scraped = Map.of("a_total", Map.of("outcome", Set.of("good")));

        assertEquals(List.of(), missing(new Query("sum by (outcome) (rate(a_total{outcome=\"good\"}[5m]))"), scraped));
        assertEquals(List.of("b_total"), missing(new Query("b_total"), scraped));
        assertEquals(List.of("a_total reason"), missing(new Query("a_total{reason=\"x\"}"), scraped));
        assertEquals(List.of("a_total outcome bad"), missing(new Query("a_total{outcome=\"bad\"}"), scraped));
        assertEquals(List.of("by reason"), missing(new Query("sum by (reason) (a_total)"), scraped));
    }

    /** A native image has none of these. */
    @Test
    void needsNothingThatOnlyTheJvmHas() throws IOException {
        assertTrue(Stream.of(DASHBOARD, ALERTS)
                .map(DashboardTest::read)
                .noneMatch(text -> text.matches("(?s).*jvm_(gc|buffer)_.*")));
    }

    @Test
    void everyAlarmIsExplained() throws IOException {
        Set<String> explained = new TreeSet<>();
        read(ALARMS)
                .lines()
                .filter(line -> line.startsWith("| `Greengraph"))
                .forEach(line -> explained.add(line.split("`")[1]));
        Set<String> raised = new TreeSet<>();
        rules().forEach(rule -> raised.add((String) rule.get("alert")));

        assertEquals(raised, explained);
    }

    private static List<String> missing(Query query, Map<String, Map<String, Set<String>>> scraped) {
        List<String> missing = new ArrayList<>();
        Set<String> labels = new TreeSet<>();
        query.series().forEach((metric, asked) -> {
            Map<String, Set<String>> known = scraped.get(metric);
            if (known == null) {
                missing.add(metric);
                return;
            }
            labels.addAll(known.keySet());
            asked.forEach((label, values) -> {
                if (!known.containsKey(label)) {
                    missing.add(metric + " " + label);
                } else {
                    values.stream()
                            .filter(value -> !known.get(label).contains(value))
                            .forEach(value -> missing.add(metric + " " + label + " " + value));
                }
            });
        });
        if (missing.isEmpty()) {
            query.groupings().stream()
                    .filter(label -> !labels.contains(label))
                    .forEach(label -> missing.add("by " + label));
        }
        return missing;
    }

    /** What the gateway has after a request, by metric and label. */
    private Map<String, Map<String, Set<String>>> scrape() {
        Gateway.ask("{ account { name } }");
        journal.endpoint("main", "getMessage").missed();
        journal.memory(1, () -> 0);
        return Scrape.now().samples();
    }

    private static List<String> ofPanels() {
        JsonObject dashboard = new JsonObject(read(DASHBOARD));
        List<String> expressions = new ArrayList<>();
        objects(dashboard.getJsonArray("panels"))
                .flatMap(panel -> objects(panel.getJsonArray("targets")))
                .forEach(target -> expressions.add(target.getString("expr")));
        objects(dashboard.getJsonObject("templating").getJsonArray("list"))
                .map(variable -> LABEL_VALUES.matcher(variable.getString("query")))
                .filter(Matcher::matches)
                .forEach(values -> expressions.add("sum by (%s) (%s)".formatted(values.group(2), values.group(1))));
        return expressions;
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() {
        Map<String, List<Map<String, Object>>> file =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(read(ALERTS));
        return file.get("groups").stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
    }

    private static String expression(Map<String, Object> rule) {
        assertTrue(rule.keySet().containsAll(Set.of("alert", "expr", "labels", "annotations")), rule::toString);
        return (String) rule.get("expr");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
