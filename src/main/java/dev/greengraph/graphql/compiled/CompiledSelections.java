package dev.greengraph.graphql.compiled;

import dev.greengraph.graphql.compiled.writer.ValueWriter;
import graphql.execution.MergedField;
import graphql.language.Field;
import graphql.schema.GraphQLType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The writers of a document's fields, for one combination of variables; each is compiled when it is first needed. */
final class CompiledSelections {

    private final SelectionCompiler compiler;
    /** Empty where the engine must complete the values. */
    private final Map<Place, Optional<ValueWriter>> writers = new ConcurrentHashMap<>();

    CompiledSelections(SelectionCompiler compiler) {
        this.compiler = compiler;
    }

    /** The fields of a document that are answered as one (compared by identity), and the type of their value. */
    private record Place(List<Field> fields, GraphQLType type) {}

    /** The writer of a field's values; empty if they cannot be compiled. */
    Optional<ValueWriter> writer(MergedField field, GraphQLType type) {
        Place place = new Place(field.getFields(), type);
        Optional<ValueWriter> known = writers.get(place);
        return known != null
                ? known
                : writers.computeIfAbsent(place, first -> Optional.ofNullable(compiler.composite(field, type)));
    }

    /** Leaves the field's values to the engine from now on. */
    void giveUp(MergedField field, GraphQLType type) {
        writers.put(new Place(field.getFields(), type), Optional.empty());
    }
}
