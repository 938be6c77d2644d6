package dev.greengraph.testsupport.gateway;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of metrics in the text format of Prometheus. */
public record Scrape(String text) {

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z]\\w*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What the gateway shows now. */
    public static Scrape now() {
        return new Scrape(ManagementPort.metrics());
    }

    /** The families whose name starts so, each with type and labels; of a histogram not its separate maximum. */
    public Map<String, String> families(String prefix) {
        Map<String, String> families = new TreeMap<>();
        text.lines().map(TYPE::matcher).filter(Matcher::matches).forEach(type -> {
            if (type.group(1).startsWith(prefix)) {
                families.put(type.group(1), type.group(2));
            }
        });
        families.keySet().removeIf(name -> name.endsWith("_max") && families.containsKey(name.replaceAll("_max$", "")));
        Map<String, Map<String, Set<String>>> samples = samples();
        families.replaceAll((name, type) -> type + " "
                + samples.getOrDefault(name, samples.getOrDefault(name + "_count", Map.of()))
                        .keySet());
        return families;
    }

    /** The names of samples, as a query may use them, each with its labels and their values. */
    public Map<String, Map<String, Set<String>>> samples() {
        Map<String, Map<String, Set<String>>> samples = new TreeMap<>();
        text.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(sample -> {
            Map<String, Set<String>> labels = samples.computeIfAbsent(sample.group(1), name -> new TreeMap<>());
            LABEL.matcher(sample.group(2) == null ? "" : sample.group(2))
                    .results()
                    .forEach(label -> labels.computeIfAbsent(label.group(1), name -> new TreeSet<>())
                            .add(label.group(2)));
        });
        return samples;
    }
}
