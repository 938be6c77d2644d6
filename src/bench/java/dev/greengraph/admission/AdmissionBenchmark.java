package dev.greengraph.admission;

import dev.greengraph.admission.document.Attack;
import dev.greengraph.admission.document.DocumentExaminer;
import dev.greengraph.admission.document.Limits;
import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.parser.ParserOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What refusing a document costs in CPU time, by its shape: the first time in a fresh process, the median and the worst of
 * many, and the median beside a plain parse with graphql-java's own bounds. Fails if a refusal takes 20 ms.
 */
public final class AdmissionBenchmark {

    private static final int RUNS = 200;
    private static final int PLAIN_RUNS = 10;
    private static final double MOST_MILLIS = 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AdmissionBenchmark() {}

    /** Takes no parameters. */
    public static void main(String... arguments) {
        DocumentExaminer documents = new DocumentExaminer(Limits.with("document-memory", "0"));
        documents.warmUp(); // as the gateway does when it starts
        ParserOptions plain = ParserOptions.getDefaultOperationParserOptions();
        List<Cost> costs = new ArrayList<>();
        System.out.println("| shape | characters | first ms | median ms | worst ms | median of a plain parse ms |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        shapes().forEach((shape, text) -> {
            Times refusal = run(text, RUNS, documents::examine);
            Cost cost = new Cost(shape, text.length(), refusal, run(text, PLAIN_RUNS, any -> parse(any, plain)));
            System.out.println(cost.row());
            costs.add(cost);
        });
        List<Cost> broken = costs.stream()
                .filter(cost -> Math.max(cost.refusal().first(), cost.refusal().worst()) > MOST_MILLIS)
                .toList();
        if (!broken.isEmpty()) {
            throw new IllegalStateException("above " + MOST_MILLIS + " ms: " + broken);
        }
    }

    private static Map<String, String> shapes() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("fragment bomb", Attack.fragmentBomb(49)),
                Map.entry("fragment bomb without its end", Attack.unknownBomb(49)),
                Map.entry("fragment bomb through fields", Attack.deepBomb(31)),
                Map.entry("introspection bomb", Attack.introspectionBomb(49)),
                Map.entry("circular introspection", Attack.circularIntrospection(60)),
                Map.entry("aliases to the last token", Attack.aliases(660)),
                Map.entry("tokens without end", cut(Attack.rootAliases(5_000, "a"))),
                Map.entry("the same field", Attack.duplicates(1_990)),
                Map.entry("directives", cut(Attack.unknownDirectives(5_000))),
                Map.entry("fields in each other", Attack.deepFields(160)),
                Map.entry("inline fragments in each other", Attack.deepInlineFragments(650)),
                Map.entry("lists in each other", Attack.deepList(980)),
                Map.entry("lists in each other to the end", Attack.deepList(7_000)),
                Map.entry("objects in each other", Attack.deepObject(490)),
                Map.entry("types in each other", Attack.deepType(980)),
                Map.entry("types in each other, cut off", "query ($v: " + "[".repeat(1_980)),
                Map.entry("a long number", Attack.longNumber(16_000)),
                Map.entry("operations", cut(Attack.operations(500))),
                Map.entry("comments", cut("#\n".repeat(8_192))),
                Map.entry("one comment", cut("#" + "x".repeat(16_384))),
                Map.entry("braces", cut("{".repeat(16_384))),
                Map.entry("spreads", cut("{" + "...a".repeat(5_000)))));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(16_384, text.length()));
    }

    private static void parse(String text, ParserOptions options) {
        ParseAndValidate.parse(ExecutionInput.newExecutionInput(text)
                .graphQLContext(Map.of(ParserOptions.class, options))
                .build());
    }

    private static Times run(String text, int times, Consumer<String> action) {
        double first = millis(text, action);
        for (int i = 0; i < times / 2; i++) {
            action.accept(text);
        }
        double[] sorted = IntStream.range(0, times)
                .mapToDouble(i -> millis(text, action))
                .sorted()
                .toArray();
        return new Times(first, sorted[times / 2], sorted[times - 1]);
    }

    private static double millis(String text, Consumer<String> action) {
        long before = THREADS.getCurrentThreadCpuTime();
        action.accept(text);
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }

    private record Times(double first, double median, double worst) {}

    private record Cost(String shape, int characters, Times refusal, Times parse) {

        String row() {
            return "| %s | %d | %.1f | %.2f | %.2f | %.2f |"
                    .formatted(shape, characters, refusal.first(), refusal.median(), refusal.worst(), parse.median());
        }
    }
}
