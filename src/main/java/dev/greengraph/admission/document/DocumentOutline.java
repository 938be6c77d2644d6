package dev.greengraph.admission.document;

import dev.greengraph.graphql.error.Refusal;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document without its recursion: each fragment comes after those that it spreads. Made in one pass that visits each
 * node once and does not recurse.
 *
 * @param fragments in an order in which each finds what it spreads already known
 * @param operations as written
 * @param spreads fragment spreads as written
 * @param directives directives as written
 * @param nodes nodes visited
 */
public record DocumentOutline(
        List<FragmentDefinition> fragments,
        List<OperationDefinition> operations,
        int spreads,
        int directives,
        int nodes) {

    /** Fails with {@link Refusal} if a fragment leads back to itself or two have one name. */
    public static DocumentOutline of(Document document) {
        Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
        Map<String, Set<String>> spread = new LinkedHashMap<>();
        List<OperationDefinition> operations = new ArrayList<>();
        Count count = new Count();
        for (Definition<?> definition : document.getDefinitions()) {
            Set<String> names = count.visit(definition);
            if (definition instanceof FragmentDefinition fragment) {
                spread.put(fragment.getName(), names);
                if (fragments.put(fragment.getName(), fragment) != null) {
                    throw Refusal.badRequest("fragments: names must be unique");
                }
            } else if (definition instanceof OperationDefinition operation) {
                operations.add(operation);
            }
        }
        return new DocumentOutline(
                order(fragments, spread), List.copyOf(operations), count.spreads, count.directives, count.nodes);
    }

    private static List<FragmentDefinition> order(
            Map<String, FragmentDefinition> fragments, Map<String, Set<String>> spread) {
        Map<String, List<String>> spreadIn = new LinkedHashMap<>();
        Map<String, Integer> missing = new LinkedHashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        spread.forEach((name, names) -> {
            names.retainAll(fragments.keySet());
            names.forEach(inner -> spreadIn.computeIfAbsent(inner, ignored -> new ArrayList<>())
                    .add(name));
            missing.put(name, names.size());
            if (names.isEmpty()) {
                ready.add(name);
            }
        });
        List<FragmentDefinition> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            String name = ready.remove();
            ordered.add(fragments.get(name));
            for (String outer : spreadIn.getOrDefault(name, List.of())) {
                if (missing.merge(outer, -1, Integer::sum) == 0) {
                    ready.add(outer);
                }
            }
        }
        if (ordered.size() < fragments.size()) {
            throw Refusal.badRequest("fragments: must not form a cycle");
        }
        return List.copyOf(ordered);
    }

    /** What was seen so far. */
    private static final class Count {

        private int spreads;
        private int directives;
        private int nodes;

        /** The names of the fragments spread below. */
        private Set<String> visit(Node<?> root) {
            Set<String> names = new HashSet<>();
            Deque<Node<?>> open = new ArrayDeque<>(List.of(root));
            while (!open.isEmpty()) {
                Node<?> node = open.remove();
                nodes++;
                if (node instanceof FragmentSpread fragment) {
                    spreads++;
                    names.add(fragment.getName());
                } else if (node instanceof Directive) {
                    directives++;
                }
                node.getChildren().forEach(open::add);
            }
            return names;
        }
    }
}
