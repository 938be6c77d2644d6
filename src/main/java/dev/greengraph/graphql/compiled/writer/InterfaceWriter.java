package dev.greengraph.graphql.compiled.writer;

import graphql.schema.GraphQLObjectType;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Objects of one of several types: what is selected of a type is compiled when its first object comes. */
public final class InterfaceWriter implements ValueWriter {

    private final Map<String, GraphQLObjectType> types;
    private final Function<GraphQLObjectType, @Nullable ValueWriter> compiler;
    private final Map<Class<?>, ValueWriter> known = new ConcurrentHashMap<>();

    /**
     * A writer that knows no type yet.
     *
     * @param types the implementations, by the simple names of their classes
     * @param compiler gives the writer for objects of a type, null if a part of the selection cannot be compiled
     */
    public InterfaceWriter(
            Map<String, GraphQLObjectType> types, Function<GraphQLObjectType, @Nullable ValueWriter> compiler) {
        this.types = types;
        this.compiler = compiler;
    }

    @Override
    public void write(Object value, JsonOutput to) throws IOException {
        ValueWriter writer = known.get(value.getClass());
        if (writer == null) {
            writer = compile(value.getClass());
        }
        writer.write(value, to);
    }

    private ValueWriter compile(Class<?> implementation) {
        GraphQLObjectType type = types.get(implementation.getSimpleName());
        ValueWriter writer = type == null ? null : compiler.apply(type);
        if (writer == null) {
            throw new Mismatch();
        }
        known.put(implementation, writer);
        return writer;
    }
}
