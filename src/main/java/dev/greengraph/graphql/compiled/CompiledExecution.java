package dev.greengraph.graphql.compiled;

import dev.greengraph.graphql.compiled.CompiledSelections.Attempts;
import dev.greengraph.graphql.compiled.writer.JsonOutput;
import dev.greengraph.graphql.compiled.writer.RawJson;
import dev.greengraph.graphql.compiled.writer.ValueWriter;
import graphql.execution.MergedField;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Writes the values of one execution whose selections are compiled. */
public final class CompiledExecution {

    private final @Nullable CompiledSelections selections;
    private final ResolverCalls resolvers;
    private long remainingBytes;

    CompiledExecution(@Nullable CompiledSelections selections, ResolverCalls resolvers, long maxBytes) {
        this.selections = selections;
        this.resolvers = resolvers;
        this.remainingBytes = maxBytes;
    }

    /** A value that is written, and how many values are in it, itself excepted. */
    public record Written(RawJson json, long values) {}

    /**
     * Writes a value with all that is selected of it; null if the engine must complete it.
     *
     * @param type of the value, without a non-null around it
     * @param maxValues most values in it, after which the engine must say so
     * @param isOver whether the deadline has passed, which the engine must say
     */
    public synchronized @Nullable Written write(
            MergedField field, GraphQLType type, Object value, long maxValues, BooleanSupplier isOver) {
        if (selections == null || type instanceof GraphQLScalarType || type instanceof GraphQLEnumType) {
            return null;
        }
        Attempts attempts = selections.attempts(field, type);
        ValueWriter writer = attempts.next();
        return writer == null ? null : attempt(attempts, writer, value, maxValues, isOver);
    }

    private @Nullable Written attempt(
            Attempts attempts, ValueWriter writer, Object value, long maxValues, BooleanSupplier isOver) {
        try {
            Written written = written(
                    writer,
                    value,
                    new JsonOutput(attempts.likelyBytes(), remainingBytes, maxValues, resolvers, isOver));
            attempts.succeeded(written.json().length());
            return written;
        } catch (IOException | RuntimeException notAsExpected) {
            attempts.failed();
            return null;
        }
    }

    private Written written(ValueWriter writer, Object value, JsonOutput output) throws IOException {
        boolean isComplete = false;
        try {
            writer.write(value, output);
            RawJson json = output.end();
            isComplete = true;
            remainingBytes -= json.length();
            return new Written(json, output.values());
        } finally {
            if (!isComplete) {
                output.abandon();
            }
        }
    }
}
