package dev.greengraph.graphql.compiled;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.greengraph.graphql.compiled.writer.EnumWriter;
import dev.greengraph.graphql.compiled.writer.InterfaceWriter;
import dev.greengraph.graphql.compiled.writer.ListWriter;
import dev.greengraph.graphql.compiled.writer.ObjectWriter;
import dev.greengraph.graphql.compiled.writer.ObjectWriter.FieldWriter;
import dev.greengraph.graphql.compiled.writer.PropertyWriter;
import dev.greengraph.graphql.compiled.writer.ResolverField;
import dev.greengraph.graphql.compiled.writer.ResolverWriter;
import dev.greengraph.graphql.compiled.writer.ScalarWriter;
import dev.greengraph.graphql.compiled.writer.TypenameWriter;
import dev.greengraph.graphql.compiled.writer.ValueWriter;
import dev.greengraph.graphql.property.PropertyFetcher;
import dev.greengraph.graphql.property.ResolverFetcher;
import graphql.GraphQLContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.introspection.Introspection;
import graphql.language.FragmentDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles selections of one document, for one combination of the variables that decide what is included. */
final class SelectionCompiler {

    private static final FieldCollector COLLECTOR = new FieldCollector();

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> deciding;

    /** @param deciding the variables that decide what is included */
    SelectionCompiler(GraphQLSchema schema, Map<String, FragmentDefinition> fragments, Map<String, Object> deciding) {
        this.schema = schema;
        this.fragments = fragments;
        this.deciding = deciding;
    }

    /** The writer of a field's values, which are no leaves; null if a part of the selection cannot be compiled. */
    @Nullable
    ValueWriter composite(MergedField field, GraphQLType type) {
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (nullable instanceof GraphQLList list) {
            return listOf(list, composite(field, list.getWrappedType()));
        }
        if (nullable instanceof GraphQLObjectType object) {
            return object(field, object);
        }
        if (nullable instanceof GraphQLInterfaceType any) {
            return new InterfaceWriter(
                    schema.getImplementations(any).stream()
                            .collect(Collectors.toMap(GraphQLObjectType::getName, Function.identity())),
                    implementation -> object(field, implementation));
        }
        return null;
    }

    private @Nullable ValueWriter object(MergedField field, GraphQLObjectType type) {
        MergedSelectionSet selected = COLLECTOR.collectFields(
                FieldCollectorParameters.newParameters()
                        .schema(schema)
                        .objectType(type)
                        .fragments(fragments)
                        .variables(deciding)
                        .graphQLContext(GraphQLContext.getDefault())
                        .build(),
                field,
                false);
        List<FieldWriter> fields = new ArrayList<>();
        for (MergedField selectedField : selected.getSubFieldsList()) {
            FieldWriter writer = field(type, selectedField);
            if (writer == null) {
                return null;
            }
            fields.add(writer);
        }
        return new ObjectWriter(List.copyOf(fields));
    }

    private @Nullable FieldWriter field(GraphQLObjectType parent, MergedField field) {
        SerializedString name = new SerializedString(field.getResultKey());
        if (field.getName().equals(Introspection.TypeNameMetaFieldDef.getName())) {
            return new TypenameWriter(name, new SerializedString(parent.getName()));
        }
        GraphQLFieldDefinition definition = parent.getFieldDefinition(field.getName());
        DataFetcher<?> fetcher = schema.getCodeRegistry()
                .getDataFetcher(FieldCoordinates.coordinates(parent.getName(), field.getName()), definition);
        boolean isInstant = fetcher instanceof PropertyFetcher property && property.isInstant();
        GraphQLType type = definition.getType();
        ValueWriter writer = isLeaf(GraphQLTypeUtil.unwrapAll(type)) ? leaf(type, isInstant) : composite(field, type);
        boolean isNullable = GraphQLTypeUtil.isNullable(type);
        if (writer != null && fetcher instanceof PropertyFetcher property) {
            return new PropertyWriter(name, property, writer, isNullable);
        }
        return writer != null && fetcher instanceof ResolverFetcher<?, ?> resolver && resolver.mayBeHeld()
                ? new ResolverWriter(name, new ResolverField(field, definition, resolver), writer, isNullable)
                : null;
    }

    private static boolean isLeaf(GraphQLType type) {
        return type instanceof GraphQLScalarType || type instanceof GraphQLEnumType;
    }

    private static @Nullable ValueWriter leaf(GraphQLType type, boolean isInstant) {
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (nullable instanceof GraphQLList list) {
            return listOf(list, leaf(list.getWrappedType(), isInstant));
        }
        if (nullable instanceof GraphQLEnumType choice) {
            return new EnumWriter(choice);
        }
        if (isInstant) {
            return ScalarWriter.DATE_TIME;
        }
        return nullable instanceof GraphQLScalarType scalar ? ScalarWriter.of(scalar) : null;
    }

    private static @Nullable ValueWriter listOf(GraphQLList list, @Nullable ValueWriter entry) {
        return entry == null ? null : new ListWriter(entry, GraphQLTypeUtil.isNullable(list.getWrappedType()));
    }
}
