package dev.greengraph.admission.cost;

import dev.greengraph.graphql.cost.Cost;
import graphql.language.Field;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.api.Subscription;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the resolvers declare with {@link Cost}, by parent type and field. All other fields are properties.
 *
 * @param byParent by the name of the parent type, then of the field
 * @param byName for a parent of unknown type, which validation refuses: all resolvers of that name
 */
record FieldCosts(Map<String, Map<String, DeclaredCost>> byParent, Map<String, List<DeclaredCost>> byName) {

    /** The type of the root of queries. */
    static final String QUERY = "Query";
    /** The type of the root of mutations. */
    static final String MUTATION = "Mutation";
    /** The type of the root of subscriptions. */
    static final String SUBSCRIPTION = "Subscription";

    private static final Set<String> ROOTS = Set.of(QUERY, MUTATION, SUBSCRIPTION);

    /**
     * Collects the costs; fails if a resolver declares none, or a field that must have a resolver was not found.
     *
     * @param apis the classes whose methods are resolvers
     */
    static FieldCosts of(GraphQLSchema schema, Collection<Class<?>> apis) {
        FieldCosts costs = new FieldCosts(new HashMap<>(), new HashMap<>());
        apis.stream()
                .flatMap(api -> Stream.of(api.getDeclaredMethods()))
                .filter(FieldCosts::isResolver)
                .forEach(resolver -> costs.add(schema, resolver));
        schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !type.getName().startsWith("__"))
                .forEach(costs::check);
        return costs;
    }

    /** Whether a method of an API is a resolver. */
    static boolean isResolver(Method method) {
        return method.isAnnotationPresent(Query.class)
                || method.isAnnotationPresent(Mutation.class)
                || method.isAnnotationPresent(Subscription.class)
                || Stream.of(method.getParameters()).anyMatch(parameter -> parameter.isAnnotationPresent(Source.class));
    }

    private void add(GraphQLSchema schema, Method resolver) {
        String parent = parent(resolver);
        Cost cost = resolver.getAnnotation(Cost.class);
        GraphQLFieldDefinition field = schema.getType(parent) instanceof GraphQLFieldsContainer type
                ? type.getFieldDefinition(resolver.getName())
                : null;
        if (cost == null || field == null) {
            throw new IllegalStateException(resolver + (cost == null ? " has no @Cost" : " is no field of the schema"));
        }
        DeclaredCost declared = DeclaredCost.of(cost.value(), field);
        byParent.computeIfAbsent(parent, name -> new HashMap<>()).put(field.getName(), declared);
        byName.computeIfAbsent(field.getName(), name -> new ArrayList<>()).add(declared);
    }

    /** The name of the type whose field it resolves. */
    static String parent(Method resolver) {
        return Stream.of(resolver.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Source.class))
                .map(Parameter::getType)
                .map(type -> type.isAnnotationPresent(Type.class)
                        ? type.getAnnotation(Type.class).value()
                        : type.getSimpleName())
                .findFirst()
                .orElseGet(() -> root(resolver));
    }

    private static String root(Method resolver) {
        if (resolver.isAnnotationPresent(Mutation.class)) {
            return MUTATION;
        }
        return resolver.isAnnotationPresent(Subscription.class) ? SUBSCRIPTION : QUERY;
    }

    /** Only a resolver is at the root or takes arguments: one that was not found would be planned as free. */
    private void check(GraphQLObjectType type) {
        Map<String, DeclaredCost> known = byParent.getOrDefault(type.getName(), Map.of());
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            boolean isResolved =
                    ROOTS.contains(type.getName()) || !field.getArguments().isEmpty();
            if (isResolved && !known.containsKey(field.getName())) {
                throw new IllegalStateException(
                        "the cost of %s.%s was not found".formatted(type.getName(), field.getName()));
            }
        }
    }

    /**
     * What that field costs.
     *
     * @param parent the name of its parent type, or null if that is not known
     */
    FieldCost of(@Nullable String parent, Field field, ArgumentValues arguments) {
        if (parent != null) {
            DeclaredCost declared = byParent.getOrDefault(parent, Map.of()).get(field.getName());
            return declared == null ? FieldCost.property(field) : FieldCost.of(declared, field, arguments);
        }
        return byName.getOrDefault(field.getName(), List.of()).stream()
                .filter(declared -> declared.canBe(field, arguments))
                .map(declared -> FieldCost.of(declared, field, arguments))
                .max(Comparator.comparingLong(FieldCost::calls))
                .orElseGet(() -> FieldCost.property(field));
    }
}
