package dev.greengraph.deploy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A PromQL expression: the series that it asks for. Knows the functions in use, and takes any other word for a metric. */
record Query(String expression) {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(by|on|group_left|without)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!=|=)\\s*\"([^\"]*)\"");
    private static final Set<String> FUNCTIONS = Set.of("sum", "rate", "increase", "absent", "histogram_quantile");

    /** Metrics and, for each, the label values that it is asked for; a variable asks for nothing in particular. */
    Map<String, Map<String, Set<String>>> series() {
        Map<String, Map<String, Set<String>>> series = new TreeMap<>();
        Matcher selectors =
                SELECTOR.matcher(withoutRanges(GROUPING.matcher(expression).replaceAll(" ")));
        while (selectors.find()) {
            if (!FUNCTIONS.contains(selectors.group(1))) {
                Map<String, Set<String>> labels = series.computeIfAbsent(selectors.group(1), metric -> new TreeMap<>());
                addMatchers(labels, selectors.group(2) == null ? "" : selectors.group(2));
            }
        }
        return series;
    }

    /** The labels by which the results are grouped. */
    Set<String> groupings() {
        return GROUPING.matcher(TEXT.matcher(expression).replaceAll("\"\""))
                .results()
                .flatMap(
                        group -> Pattern.compile("\\w+").matcher(group.group(2)).results())
                .map(label -> label.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutRanges(String text) {
        return RANGE.matcher(text).replaceAll("");
    }

    private static void addMatchers(Map<String, Set<String>> labels, String matchers) {
        MATCHER.matcher(matchers).results().forEach(matcher -> {
            Set<String> values = labels.computeIfAbsent(matcher.group(1), label -> new TreeSet<>());
            if (!matcher.group(3).startsWith("$")) {
                values.addAll(Set.of(matcher.group(3).split("\\|")));
            }
        });
    }
}
