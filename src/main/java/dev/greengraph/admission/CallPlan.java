package dev.greengraph.admission;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The upstream calls that an operation could need if nothing were held: the windows of each account once, and what
 * fields ask for themselves times their parents. Like {@link Walk} it looks at each fragment once; only the few fields of
 * the root are expanded.
 */
final class CallPlan {

    private final Map<String, Calls> fragments = new HashMap<>();
    private final Map<String, FragmentDefinition> definitions = new HashMap<>();
    private final Map<Object, Windows> windowsOfAccount = new HashMap<>();
    private final ArgumentValues arguments;
    private final int accounts;
    private long tenths;

    private CallPlan(ArgumentValues arguments, int accounts) {
        this.arguments = arguments;
        this.accounts = accounts;
    }

    /**
     * The most calls; saturates. The operation is within the limits of {@link Walk}.
     *
     * @param accounts how many accounts there are
     */
    static long of(Outline outline, OperationDefinition operation, Map<String, ?> variables, int accounts) {
        CallPlan plan = new CallPlan(new ArgumentValues(operation, variables), accounts);
        for (FragmentDefinition fragment : outline.fragments()) {
            plan.definitions.put(fragment.getName(), fragment);
            plan.fragments.put(fragment.getName(), plan.inside(fragment.getSelectionSet()));
        }
        plan.root(operation.getSelectionSet());
        long all = plan.windowsOfAccount.values().stream()
                .mapToLong(CallPlan::tenths)
                .reduce(plan.tenths, Saturating::add);
        return (all + FieldCost.CALL - 1) / FieldCost.CALL;
    }

    private void root(@Nullable SelectionSet set) {
        if (set == null) {
            return;
        }
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                rootField(field);
            } else if (selection instanceof InlineFragment inline) {
                root(inline.getSelectionSet());
            } else if (selection instanceof FragmentSpread spread && definitions.containsKey(spread.getName())) {
                root(definitions.get(spread.getName()).getSelectionSet());
            }
        }
    }

    private void rootField(Field field) {
        Calls all = with(field);
        if (field.getName().equals("accounts")) {
            tenths =
                    Saturating.add(tenths, Saturating.multiply(accounts, Saturating.add(all.own, tenths(all.windows))));
            return;
        }
        tenths = Saturating.add(tenths, all.own);
        windowsOfAccount.merge(account(field), all.windows, Windows::and);
    }

    /** Two fields that may mean different accounts share nothing. */
    private Object account(Field field) {
        return field.getName().equals("account") ? List.of(arguments.text(field, "name")) : field;
    }

    private Calls inside(@Nullable SelectionSet set) {
        Calls sum = Calls.NONE;
        if (set != null) {
            for (Selection<?> selection : set.getSelections()) {
                sum = sum.and(inside(selection));
            }
        }
        return sum;
    }

    private Calls inside(Selection<?> selection) {
        if (selection instanceof Field field) {
            return with(field);
        }
        if (selection instanceof InlineFragment inline) {
            return inside(inline.getSelectionSet());
        }
        return fragments.getOrDefault(((FragmentSpread) selection).getName(), Calls.NONE);
    }

    private Calls with(Field field) {
        FieldCost cost = FieldCost.of(field, arguments);
        Calls below = inside(field.getSelectionSet());
        return new Calls(
                cost.windows().and(below.windows),
                Saturating.add(cost.tenths(), Saturating.multiply(cost.children(), below.own)));
    }

    private static long tenths(Windows windows) {
        return FieldCost.CALL * windows.count();
    }

    /** Of one parent: the windows that are read below it, and the calls besides, in tenths. */
    private record Calls(Windows windows, long own) {

        static final Calls NONE = new Calls(Windows.NONE, 0);

        Calls and(Calls others) {
            return new Calls(windows.and(others.windows), Saturating.add(own, others.own));
        }
    }
}
