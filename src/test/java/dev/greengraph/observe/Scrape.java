package dev.greengraph.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of metrics in the text format of Prometheus. */
record Scrape(String text) {

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z]\\w*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** The families whose name starts so, each with type and labels; of a histogram not its separate maximum. */
    Map<String, String> families(String prefix) {
        Map<String, String> families = new TreeMap<>();
        text.lines().map(TYPE::matcher).filter(Matcher::matches).forEach(type -> {
            if (type.group(1).startsWith(prefix)) {
                families.put(type.group(1), type.group(2));
            }
        });
        families.keySet().removeIf(name -> families.containsKey(name.replaceAll("_max$", "")) && name.endsWith("_max"));
        families.replaceAll((name, type) -> type + " " + labels(name));
        return families;
    }

    /** The labels of all samples of a family, without those that its type brings along. */
    TreeSet<String> labels(String family) {
        TreeSet<String> labels = new TreeSet<>();
        samples().stream()
                .filter(sample ->
                        sample.group(1).replaceAll("_(bucket|count|sum)$", "").equals(family))
                .filter(sample -> sample.group(2) != null)
                .forEach(sample ->
                        LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1))));
        labels.remove("le");
        return labels;
    }

    private List<Matcher> samples() {
        List<Matcher> samples = new ArrayList<>();
        text.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(samples::add);
        return samples;
    }
}
