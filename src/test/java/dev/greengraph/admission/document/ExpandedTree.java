package dev.greengraph.admission.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A document written out in full, which is slow and plain: what the expansion of fragments is compared with. */
public record ExpandedTree(List<Tree> roots) {

    private static final Set<String> SEVERAL_TYPES = Set.of("MediaMessage", "MediaStatus", "Message", "Node", "Status");

    /** A field and what is below it, fragments expanded. */
    public record Tree(Field field, String type, List<Tree> below) {

        public Stream<Tree> all() {
            return Stream.concat(Stream.of(this), below.stream().flatMap(Tree::all));
        }

        public boolean is(String... names) {
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

    public static ExpandedTree of(Document document, OperationDefinition operation) {
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        return new ExpandedTree(expand(operation.getSelectionSet(), fragments, ""));
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
        return condition == null || SEVERAL_TYPES.contains(condition.getName()) ? outside : condition.getName();
    }

    ExpandedSize size() {
        List<Tree> all = roots.stream().flatMap(Tree::all).toList();
        List<Tree> introspection =
                all.stream().filter(tree -> tree.is("__schema", "__type")).toList();
        return new ExpandedSize(
                roots.size(),
                Tree.depthOf(roots, false),
                all.size(),
                all.stream()
                        .filter(tree -> tree.field().getAlias() != null && !tree.is("__typename"))
                        .count(),
                roots.stream()
                        .filter(tree -> tree.field().getAlias() != null && tree.is("__typename"))
                        .count(),
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
}
