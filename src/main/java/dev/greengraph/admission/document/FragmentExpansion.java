package dev.greengraph.admission.document;

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
 * Measures a document in steps linear in its text: each fragment is measured once, however often it is spread, and each
 * selection is looked at once. Recurses only within one definition, where the parser bounds the nesting.
 */
final class FragmentExpansion {

    private final Map<String, ExpandedSize> fragments = new HashMap<>();
    private final List<ExpandedSize> operations;
    private int steps;

    private FragmentExpansion(DocumentOutline outline) {
        for (FragmentDefinition fragment : outline.fragments()) {
            fragments.put(fragment.getName(), of(fragment.getSelectionSet()));
        }
        operations = outline.operations().stream()
                .map(OperationDefinition::getSelectionSet)
                .map(this::of)
                .toList();
    }

    static FragmentExpansion of(DocumentOutline outline) {
        return new FragmentExpansion(outline);
    }

    /** The operations' measures, in their order. */
    List<ExpandedSize> operations() {
        return operations;
    }

    /** All that validation would look at: the fields of all operations, or of a larger fragment that none uses. */
    long fields() {
        long inOperations = operations.stream().mapToLong(ExpandedSize::fields).reduce(0, Saturating::add);
        long inFragment = fragments.values().stream()
                .mapToLong(ExpandedSize::fields)
                .max()
                .orElse(0);
        return Math.max(inOperations, inFragment);
    }

    /** How many selections were looked at. */
    int steps() {
        return steps;
    }

    private ExpandedSize of(@Nullable SelectionSet set) {
        ExpandedSize sum = ExpandedSize.NOTHING;
        if (set != null) {
            for (Selection<?> selection : set.getSelections()) {
                sum = sum.beside(of(selection));
            }
        }
        return sum;
    }

    private ExpandedSize of(Selection<?> selection) {
        steps++;
        if (selection instanceof Field field) {
            return of(field.getSelectionSet()).below(field);
        }
        if (selection instanceof InlineFragment inline) {
            return of(inline.getSelectionSet());
        }
        return fragments.getOrDefault(((FragmentSpread) selection).getName(), ExpandedSize.UNKNOWN);
    }
}
