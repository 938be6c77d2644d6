package dev.greengraph.graphql.compiled;

import dev.greengraph.graphql.compiled.writer.ValueWriter;
import graphql.execution.MergedField;
import graphql.language.Field;
import graphql.schema.GraphQLType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The writers of a document's fields, for one combination of variables; each is compiled when it is first needed. */
final class CompiledSelections {

    private final SelectionCompiler compiler;
    private final Map<Place, Attempts> attempts = new ConcurrentHashMap<>();

    CompiledSelections(SelectionCompiler compiler) {
        this.compiler = compiler;
    }

    /** The fields of a document that are answered as one (compared by identity), and the type of their value. */
    private record Place(List<Field> fields, GraphQLType type) {}

    /** The attempts to write a field's values. */
    Attempts attempts(MergedField field, GraphQLType type) {
        Place place = new Place(field.getFields(), type);
        Attempts known = attempts.get(place);
        return known != null
                ? known
                : attempts.computeIfAbsent(place, first -> new Attempts(compiler.composite(field, type)));
    }

    /** A writer, and how it fares: one that keeps failing is seldom tried, since the engine then does the work a second time. */
    static final class Attempts {

        private static final int FAILURES = 8;
        private static final int ONE_IN = 64;
        private static final int FIRST_BYTES = 1_024;
        /** More is not reserved beforehand for one value. */
        private static final int MOST_BYTES = 1_024 * 1_024;

        private final @Nullable ValueWriter writer;
        private final AtomicInteger failures = new AtomicInteger();
        private volatile int likelyBytes = FIRST_BYTES;

        Attempts(@Nullable ValueWriter writer) {
            this.writer = writer;
        }

        /** The writer to try; null if the engine is to complete the value. */
        @Nullable
        ValueWriter next() {
            return failures.get() < FAILURES || failures.getAndIncrement() % ONE_IN == 0 ? writer : null;
        }

        /** How long the next value will probably be: a little longer than the last one. */
        int likelyBytes() {
            return likelyBytes;
        }

        void succeeded(int bytes) {
            failures.set(0);
            likelyBytes = Math.min(MOST_BYTES, bytes + bytes / 8 + FIRST_BYTES);
        }

        void failed() {
            failures.incrementAndGet();
        }
    }
}
