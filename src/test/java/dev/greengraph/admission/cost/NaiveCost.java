package dev.greengraph.admission.cost;

import dev.greengraph.admission.document.ExpandedTree.Tree;
import graphql.language.OperationDefinition;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an operation costs, found by writing it out in full: slow and plain. */
record NaiveCost(List<Tree> roots) {

    private static final FieldCosts COSTS = DeclaredCosts.withoutTypes().costs();

    /** Every call of every object; windows as a set of what they are of. */
    BigInteger calls(Map<String, ?> variables, OperationDefinition operation, int accounts) {
        ArgumentValues arguments = new ArgumentValues(operation, variables, DeclaredCosts.CLOCK);
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
        ArgumentValues arguments = new ArgumentValues(operation, variables, DeclaredCosts.CLOCK);
        return roots.stream()
                .map(root -> values(root, arguments).multiply(BigInteger.valueOf(root.is("accounts") ? accounts : 1)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger values(Tree tree, ArgumentValues arguments) {
        FieldCost cost = COSTS.of(null, tree.field(), arguments);
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
        int bits = COSTS.of(null, tree.field(), arguments).windows().bits();
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((bits & (1 << bit)) != 0) {
                windows.add(account + ":" + bit);
            }
        }
        tree.below().forEach(below -> windows(below, account, windows, arguments));
    }

    private static BigInteger tenths(Tree tree, ArgumentValues arguments) {
        FieldCost cost = COSTS.of(null, tree.field(), arguments);
        BigInteger ofEach =
                tree.below().stream().map(below -> tenths(below, arguments)).reduce(BigInteger.ZERO, BigInteger::add);
        return ofEach.multiply(BigInteger.valueOf(cost.children())).add(BigInteger.valueOf(cost.tenths()));
    }
}
