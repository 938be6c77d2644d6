package dev.greengraph.graphql.contract;

import dev.greengraph.graphql.contract.SchemaChange.Severity;
import graphql.language.AstPrinter;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.NonNullType;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what changed from one schema to a later one, name by name. graphql-java's {@code SchemaDiff} walks from the root and
 * misses fields of types that only an interface leads to. A method for each kind of promise, so that none is forgotten.
 */
final class SchemaComparison {

    private final List<SchemaChange> changes = new ArrayList<>();

    private SchemaComparison() {}

    /** All changes, the worst first. */
    static List<SchemaChange> changes(String released, String current) {
        SchemaComparison comparison = new SchemaComparison();
        comparison.compareTypes(all(released, TypeDefinition.class), all(current, TypeDefinition.class));
        comparison.compareDirectives(all(released, DirectiveDefinition.class), all(current, DirectiveDefinition.class));
        comparison.changes.sort(Comparator.comparing(SchemaChange::severity).thenComparing(SchemaChange::text));
        return comparison.changes;
    }

    @SuppressWarnings("unchecked") // a definition of the class, with the engine's own type parameter
    private static <T extends NamedNode<?>> Map<String, T> all(String schema, Class<?> kind) {
        return byName(Parser.parse(schema).getDefinitions().stream()
                .filter(kind::isInstance)
                .map(definition -> (T) definition)
                .toList());
    }

    private static <T extends NamedNode<?>> Map<String, T> byName(List<T> nodes) {
        return nodes.stream()
                .collect(Collectors.toMap(NamedNode::getName, node -> node, (one, other) -> one, LinkedHashMap::new));
    }

    private void add(Severity severity, String text) {
        changes.add(new SchemaChange(severity, text));
    }

    private void compareTypes(Map<String, TypeDefinition<?>> before, Map<String, TypeDefinition<?>> after) {
        before.forEach((name, old) -> {
            TypeDefinition<?> now = after.get(name);
            if (now == null) {
                add(Severity.BREAKING, kind(old) + " " + name + " is gone");
            } else if (!kind(old).equals(kind(now))) {
                add(Severity.BREAKING, name + " was of the kind " + kind(old) + " and is of the kind " + kind(now));
            } else {
                compareType(old, now);
            }
        });
        after.forEach((name, now) -> {
            if (!before.containsKey(name)) {
                Set<String> known = interfaces(now);
                known.retainAll(before.keySet());
                known.remove("Node");
                add(
                        known.isEmpty() ? Severity.SAFE : Severity.DANGEROUS,
                        kind(now) + " " + name + " is new" + (known.isEmpty() ? "" : ", one more of " + known));
            }
        });
    }

    private void compareType(TypeDefinition<?> old, TypeDefinition<?> now) {
        String name = old.getName();
        if (old instanceof ImplementingTypeDefinition<?> before && now instanceof ImplementingTypeDefinition<?> after) {
            compareNames(name, "implements", interfaces(before), interfaces(after));
            compareFields(name, byName(before.getFieldDefinitions()), byName(after.getFieldDefinitions()));
        }
        if (old instanceof EnumTypeDefinition before && now instanceof EnumTypeDefinition after) {
            compareNames(
                    name,
                    "has the value",
                    byName(before.getEnumValueDefinitions()).keySet(),
                    byName(after.getEnumValueDefinitions()).keySet());
        }
        if (old instanceof UnionTypeDefinition before && now instanceof UnionTypeDefinition after) {
            compareNames(name, "has the member", names(before.getMemberTypes()), names(after.getMemberTypes()));
        }
        if (old instanceof InputObjectTypeDefinition before && now instanceof InputObjectTypeDefinition after) {
            compareInputs(name + ".%s", before.getInputValueDefinitions(), after.getInputValueDefinitions());
        }
        if (old instanceof ScalarTypeDefinition before && now instanceof ScalarTypeDefinition after) {
            compareApplied(name, before, after, "specifiedBy");
        }
    }

    private void compareNames(String type, String verb, Set<String> before, Set<String> after) {
        before.stream()
                .filter(name -> !after.contains(name))
                .forEach(name -> add(Severity.BREAKING, type + " no longer " + verb + " " + name));
        after.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> add(Severity.DANGEROUS, type + " now " + verb + " " + name));
    }

    private void compareFields(String type, Map<String, FieldDefinition> before, Map<String, FieldDefinition> after) {
        before.forEach((name, old) -> {
            FieldDefinition now = after.get(name);
            String path = type + "." + name;
            if (now == null) {
                add(Severity.BREAKING, path + " is gone");
                return;
            }
            compareResult(path, old, now);
            compareInputs(path + "(%s)", old.getInputValueDefinitions(), now.getInputValueDefinitions());
            compareApplied(path, old, now, "cost");
            if (now.hasDirective("deprecated") && !old.hasDirective("deprecated")) {
                add(Severity.SAFE, path + " is deprecated");
            }
        });
        after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> add(Severity.SAFE, type + "." + name + " is new"));
    }

    /** The draft's mark counts as a promise: generated types rely on it. */
    private void compareResult(String path, FieldDefinition old, FieldDefinition now) {
        compareTypes(path, old.getType(), now.getType(), isAtLeast(now.getType(), old.getType()));
        boolean wasPromised = old.hasDirective("semanticNonNull");
        boolean isPromised = now.hasDirective("semanticNonNull") || now.getType() instanceof NonNullType;
        if (wasPromised && !isPromised) {
            add(Severity.BREAKING, path + " may be null without an error");
        } else if (!wasPromised && now.hasDirective("semanticNonNull")) {
            add(Severity.SAFE, path + " is null only with an error");
        }
    }

    private void compareTypes(String path, Type<?> old, Type<?> now, boolean keepsThePromise) {
        if (!print(old).equals(print(now))) {
            add(
                    keepsThePromise ? Severity.SAFE : Severity.BREAKING,
                    path + " was " + print(old) + " and is " + print(now));
        }
    }

    private void compareInputs(String path, List<InputValueDefinition> before, List<InputValueDefinition> after) {
        Map<String, InputValueDefinition> now = byName(after);
        Map<String, InputValueDefinition> old = byName(before);
        old.forEach((name, input) -> compareInput(path.formatted(name), input, now.get(name)));
        now.forEach((name, input) -> {
            if (!old.containsKey(name)) {
                boolean isRequired = input.getType() instanceof NonNullType && input.getDefaultValue() == null;
                add(
                        isRequired ? Severity.BREAKING : Severity.SAFE,
                        path.formatted(name) + " is new and " + (isRequired ? "required" : "may be left out"));
            }
        });
    }

    private void compareInput(String path, InputValueDefinition old, @Nullable InputValueDefinition now) {
        if (now == null) {
            add(Severity.BREAKING, path + " is gone");
            return;
        }
        compareTypes(path, old.getType(), now.getType(), isAtLeast(old.getType(), now.getType()));
        String before = old.getDefaultValue() == null ? "nothing" : print(old.getDefaultValue());
        String after = now.getDefaultValue() == null ? "nothing" : print(now.getDefaultValue());
        if (!before.equals(after)) {
            boolean isNowRequired = now.getType() instanceof NonNullType && now.getDefaultValue() == null;
            add(
                    isNowRequired && old.getDefaultValue() != null ? Severity.BREAKING : Severity.DANGEROUS,
                    path + " was " + before + " and is " + after + " where it is left out");
        }
    }

    private void compareDirectives(Map<String, DirectiveDefinition> before, Map<String, DirectiveDefinition> after) {
        before.forEach((name, old) -> {
            DirectiveDefinition now = after.get(name);
            if (now == null) {
                add(Severity.BREAKING, "@" + name + " is gone");
                return;
            }
            compareInputs("@" + name + "(%s)", old.getInputValueDefinitions(), now.getInputValueDefinitions());
            Set<String> places = places(now);
            places(old).stream()
                    .filter(place -> !places.contains(place))
                    .forEach(place -> add(Severity.BREAKING, "@" + name + " is no longer allowed on " + place));
        });
        after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> add(Severity.SAFE, "@" + name + " is new"));
    }

    private static Set<String> places(DirectiveDefinition directive) {
        return directive.getDirectiveLocations().stream()
                .map(location -> location.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void compareApplied(String path, DirectivesContainer<?> old, DirectivesContainer<?> now, String directive) {
        String before = applied(old, directive);
        String after = applied(now, directive);
        if (!before.equals(after)) {
            add(Severity.DANGEROUS, path + " was " + before + " and is " + after);
        }
    }

    private static String applied(DirectivesContainer<?> node, String directive) {
        return node.getDirectives(directive).stream()
                .map(SchemaComparison::print)
                .findFirst()
                .orElse("without @" + directive);
    }

    /** Whether a value of the one type is always one of the other: the same, or null in fewer places. */
    private static boolean isAtLeast(Type<?> one, Type<?> other) {
        if (one instanceof NonNullType strict) {
            return other instanceof NonNullType asStrict
                    ? isAtLeast(strict.getType(), asStrict.getType())
                    : isAtLeast(strict.getType(), other);
        }
        if (one instanceof ListType list) {
            return other instanceof ListType otherList && isAtLeast(list.getType(), otherList.getType());
        }
        return print(one).equals(print(other));
    }

    private static Set<String> interfaces(TypeDefinition<?> type) {
        return type instanceof ImplementingTypeDefinition<?> composite
                ? names(composite.getImplements())
                : new TreeSet<>();
    }

    private static Set<String> names(List<?> types) {
        return types.stream()
                .map(type -> ((NamedNode<?>) type).getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kind(TypeDefinition<?> type) {
        String kind = type.getClass().getSimpleName().replace("TypeDefinition", "");
        return kind.toLowerCase(Locale.ROOT);
    }

    private static String print(Node<?> node) {
        return AstPrinter.printAst(node);
    }
}
