package dev.greengraph.admission;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document amounts to, found by writing it out in full: slow and plain. */
record Naive(List<Tree> roots) {

    /** A field and what is below it, fragments expanded. */
    record Tree(Field field, String type, List<Tree> below) {

        Stream<Tree> all() {
            return Stream.concat(Stream.of(this), below.stream().flatMap(Tree::all));
        }

        boolean is(String... names) {
            return Set.of(names).contains(field.getName());
        }

        long depth(boolean throughIntrospection) {
            boolean isEnd = !throughIntrospection && is("__schema", "__type");
            return 1 + (isEnd ? 0 : depthOf(below, throughIntrospection));
        }

        long lists() {
            long own = is("fields", "inputFields", "interfaces", "possibleTypes") ? 1 : 0;
            return own + below.stream().mapToLong(Tree::lists).max().orElse(0);
        }

        private static long depthOf(List<Tree> trees, boolean throughIntrospection) {
            return trees.stream()
                    .mapToLong(tree -> tree.depth(throughIntrospection))
                    .max()
                    .orElse(0);
        }
    }

    static Naive of(Document document, OperationDefinition operation) {
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        return new Naive(expand(operation.getSelectionSet(), fragments, ""));
    }

    /** Each with the type that it is only of, or nothing if it is of any. */
    private static List<Tree> expand(SelectionSet set, Map<String, FragmentDefinition> fragments, String type) {
        List<Tree> trees = new ArrayList<>();
        if (set == null) {
            return trees;
        }
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                trees.add(new Tree(field, type, expand(field.getSelectionSet(), fragments, "")));
            } else if (selection instanceof InlineFragment inline) {
                trees.addAll(expand(inline.getSelectionSet(), fragments, only(inline.getTypeCondition(), type)));
            } else {
                FragmentDefinition fragment = fragments.get(((FragmentSpread) selection).getName());
                trees.addAll(expand(fragment.getSelectionSet(), fragments, only(fragment.getTypeCondition(), type)));
            }
        }
        return trees;
    }

    private static String only(TypeName condition, String outside) {
        return condition == null || ValuesByType.INTERFACES.contains(condition.getName())
                ? outside
                : condition.getName();
    }

    Measure measure() {
        List<Tree> all = roots.stream().flatMap(Tree::all).toList();
        List<Tree> introspection =
                all.stream().filter(tree -> tree.is("__schema", "__type")).toList();
        return new Measure(
                roots.size(),
                Tree.depthOf(roots, false),
                all.size(),
                all.stream().filter(tree -> tree.field().getAlias() != null).count(),
                roots.stream().mapToLong(Tree::lists).max().orElse(0),
                introspection.stream()
                        .mapToLong(tree -> Tree.depthOf(tree.below(), false))
                        .max()
                        .orElse(0),
                introspection.stream()
                        .flatMap(tree -> tree.below().stream())
                        .mapToLong(Tree::lists)
                        .max()
                        .orElse(0));
    }

    /** Every call of every object; windows as a set of what they are of. */
    BigInteger calls(Map<String, ?> variables, OperationDefinition operation, int accounts) {
        ArgumentValues arguments = new ArgumentValues(operation, variables);
        Set<String> windows = new HashSet<>();
        BigInteger tenths = BigInteger.ZERO;
        for (int root = 0; root < roots.size(); root++) {
            Tree tree = roots.get(root);
            int times = tree.is("accounts") ? accounts : 1;
            for (int i = 0; i < times; i++) {
                windows(tree, account(tree, root + "." + i), windows, arguments);
                tenths = tenths.add(tenths(tree, arguments));
            }
        }
        BigInteger all = tenths.add(BigInteger.valueOf(10L * windows.size()));
        return all.add(BigInteger.valueOf(9)).divide(BigInteger.TEN);
    }

    /** Every value of every object. */
    BigInteger values(Map<String, ?> variables, OperationDefinition operation, int accounts) {
        ArgumentValues arguments = new ArgumentValues(operation, variables);
        return roots.stream()
                .map(root -> values(root, arguments).multiply(BigInteger.valueOf(root.is("accounts") ? accounts : 1)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger values(Tree tree, ArgumentValues arguments) {
        FieldCost cost = FieldCost.of(tree.field(), arguments);
        Map<String, BigInteger> byType = tree.below().stream()
                .collect(Collectors.groupingBy(
                        Tree::type,
                        Collectors.reducing(BigInteger.ZERO, below -> values(below, arguments), BigInteger::add)));
        BigInteger any = byType.getOrDefault("", BigInteger.ZERO);
        byType.remove("");
        BigInteger most = byType.values().stream().max(BigInteger::compareTo).orElse(BigInteger.ZERO);
        return any.add(most).multiply(BigInteger.valueOf(cost.children())).add(BigInteger.valueOf(cost.values()));
    }

    /** One field that a fragment brings twice is one field of the answer. */
    private static String account(Tree root, String place) {
        if (root.is("account")) {
            return "one";
        }
        return root.is("accounts") ? place : "field " + System.identityHashCode(root.field());
    }

    private static void windows(Tree tree, String account, Set<String> windows, ArgumentValues arguments) {
        int bits = FieldCost.of(tree.field(), arguments).windows().bits();
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((bits & (1 << bit)) != 0) {
                windows.add(account + ":" + bit);
            }
        }
        tree.below().forEach(below -> windows(below, account, windows, arguments));
    }

    private static BigInteger tenths(Tree tree, ArgumentValues arguments) {
        FieldCost cost = FieldCost.of(tree.field(), arguments);
        BigInteger ofEach =
                tree.below().stream().map(below -> tenths(below, arguments)).reduce(BigInteger.ZERO, BigInteger::add);
        return ofEach.multiply(BigInteger.valueOf(cost.children())).add(BigInteger.valueOf(cost.tenths()));
    }
}
