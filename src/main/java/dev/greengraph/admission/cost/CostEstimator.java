package dev.greengraph.admission.cost;

import dev.greengraph.admission.document.DocumentOutline;
import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.admission.document.Saturating;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Estimates what an operation could cost. Calls, if nothing were cached: the windows of each account once, and the calls of
 * single fields times their parents. Values of the answer: each field times its parents, each of the type that has the
 * most. Each fragment is visited once, however often it is spread; only the few fields of the root are expanded.
 */
public final class CostEstimator {

    private final Map<String, Needs> fragments = new HashMap<>();
    private final Map<String, FragmentDefinition> definitions = new HashMap<>();
    private final Map<Object, WindowSet> windowsOfAccount = new HashMap<>();
    private final CostTable table;
    private final ArgumentValues arguments;
    private final int accounts;
    private long tenths;
    private long ownTenths;
    private WindowSet windowsOfEach = WindowSet.NONE;
    private long values;

    private CostEstimator(CostTable table, ArgumentValues arguments, int accounts) {
        this.table = table;
        this.arguments = arguments;
        this.accounts = accounts;
    }

    /**
     * The cost of the operation of that name; the highest cost of all operations if it is not clear which one is meant.
     *
     * @param accounts how many accounts the caller may read
     */
    public static OperationCost estimate(
            CostTable table,
            Measured document,
            @Nullable String operationName,
            Map<String, ?> variables,
            int accounts) {
        return document.candidates(operationName).stream()
                .map(operation -> of(table, document.outline(), operation, variables, accounts))
                .reduce(OperationCost.NOTHING, OperationCost::or);
    }

    /**
     * The most calls and values; saturates. The document is within the limits of its text.
     *
     * @param accounts how many accounts there are
     */
    static OperationCost of(
            CostTable table,
            DocumentOutline outline,
            OperationDefinition operation,
            Map<String, ?> variables,
            int accounts) {
        CostEstimator plan = visited(table, outline, operation, variables, accounts);
        long all = plan.windowsOfAccount.values().stream()
                .mapToLong(CostEstimator::tenths)
                .reduce(plan.tenths, Saturating::add);
        return new OperationCost(calls(all), plan.values, !plan.arguments.haveReadTheClock());
    }

    /**
     * What an operation reads.
     *
     * @param accounts how many accounts the caller may read
     */
    public static OperationPlan plan(
            CostTable table, Measured document, OperationDefinition operation, Map<String, ?> variables, int accounts) {
        CostEstimator plan = visited(table, document.outline(), operation, variables, accounts);
        Map<Optional<String>, List<PlannedRead>> ofAccount = new LinkedHashMap<>();
        plan.windowsOfAccount.forEach((account, windows) -> {
            if (account instanceof Optional<?> name && !windows.equals(WindowSet.NONE)) {
                ofAccount.put(name.map(String.class::cast), windows.reads());
            }
        });
        return new OperationPlan(ofAccount, plan.windowsOfEach.reads(), calls(plan.ownTenths));
    }

    private static long calls(long tenths) {
        return (tenths + FieldCost.CALL - 1) / FieldCost.CALL;
    }

    private static CostEstimator visited(
            CostTable table,
            DocumentOutline outline,
            OperationDefinition operation,
            Map<String, ?> variables,
            int accounts) {
        CostEstimator plan =
                new CostEstimator(table, new ArgumentValues(operation, variables, table.clock()), accounts);
        for (FragmentDefinition fragment : outline.fragments()) {
            plan.definitions.put(fragment.getName(), fragment);
            TypeName condition = fragment.getTypeCondition();
            plan.fragments.put(
                    fragment.getName(),
                    plan.inside(table.types().known(condition.getName()), fragment.getSelectionSet())
                            .only(condition));
        }
        plan.root(table.types().known(rootOf(operation)), operation.getSelectionSet());
        return plan;
    }

    private static String rootOf(OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> FieldCosts.QUERY;
            case MUTATION -> FieldCosts.MUTATION;
            case SUBSCRIPTION -> FieldCosts.SUBSCRIPTION;
        };
    }

    private void root(@Nullable String parent, @Nullable SelectionSet set) {
        if (set == null) {
            return;
        }
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                rootField(parent, field);
            } else if (selection instanceof InlineFragment inline) {
                root(under(parent, inline.getTypeCondition()), inline.getSelectionSet());
            } else if (selection instanceof FragmentSpread spread && definitions.containsKey(spread.getName())) {
                FragmentDefinition fragment = definitions.get(spread.getName());
                root(under(parent, fragment.getTypeCondition()), fragment.getSelectionSet());
            }
        }
    }

    private void rootField(@Nullable String parent, Field field) {
        Needs all = with(parent, field);
        if (field.getName().equals("accounts")) {
            tenths =
                    Saturating.add(tenths, Saturating.multiply(accounts, Saturating.add(all.own, tenths(all.windows))));
            windowsOfEach = windowsOfEach.and(all.windows);
            ownTenths = Saturating.add(ownTenths, Saturating.multiply(accounts, all.own));
            values = Saturating.add(values, Saturating.multiply(accounts, all.values()));
            return;
        }
        tenths = Saturating.add(tenths, all.own);
        ownTenths = Saturating.add(ownTenths, all.own);
        values = Saturating.add(values, all.values());
        windowsOfAccount.merge(account(field), all.windows, WindowSet::and);
    }

    /** Two fields that may mean different accounts share nothing. */
    private Object account(Field field) {
        return field.getName().equals("account") ? arguments.text(field, "name") : field;
    }

    /** The type that a type condition narrows the parent to. */
    private @Nullable String under(@Nullable String parent, @Nullable TypeName condition) {
        return condition == null ? parent : table.types().known(condition.getName());
    }

    private Needs inside(@Nullable String parent, @Nullable SelectionSet set) {
        Needs sum = Needs.NONE;
        if (set != null) {
            for (Selection<?> selection : set.getSelections()) {
                sum = sum.and(inside(parent, selection));
            }
        }
        return sum;
    }

    private Needs inside(@Nullable String parent, Selection<?> selection) {
        if (selection instanceof Field field) {
            return with(parent, field);
        }
        if (selection instanceof InlineFragment inline) {
            return inside(under(parent, inline.getTypeCondition()), inline.getSelectionSet())
                    .only(inline.getTypeCondition());
        }
        return fragments.getOrDefault(((FragmentSpread) selection).getName(), Needs.NONE);
    }

    private Needs with(@Nullable String parent, Field field) {
        FieldCost cost = table.costs().of(parent, field, arguments);
        Needs below = inside(table.types().of(parent, field.getName()), field.getSelectionSet());
        return new Needs(
                cost.windows().and(below.windows),
                Saturating.add(cost.tenths(), Saturating.multiply(cost.children(), below.own)),
                new ValuesByType(
                        Saturating.add(cost.values(), Saturating.multiply(cost.children(), below.values())), Map.of()));
    }

    private static long tenths(WindowSet windows) {
        return FieldCost.CALL * windows.count();
    }

    /** Of one parent: the windows that are read below it, the calls besides, in tenths, and the values. */
    private record Needs(WindowSet windows, long own, ValuesByType byType) {

        static final Needs NONE = new Needs(WindowSet.NONE, 0, ValuesByType.NONE);

        Needs and(Needs others) {
            return new Needs(windows.and(others.windows), Saturating.add(own, others.own), byType.and(others.byType));
        }

        Needs only(@Nullable TypeName condition) {
            return condition == null ? this : new Needs(windows, own, byType.only(condition.getName()));
        }

        long values() {
            return byType.most();
        }
    }
}
