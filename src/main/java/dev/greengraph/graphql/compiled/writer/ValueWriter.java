package dev.greengraph.graphql.compiled.writer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes values of one type with all that is selected of them. Fails with {@link Mismatch} where a value is not of that type. */
public interface ValueWriter {

    /** Writes a value that is there. */
    void write(Object value, JsonOutput to) throws IOException;

    /** Writes a value that may be absent, and counts it. */
    static void write(@Nullable Object value, ValueWriter writer, boolean isNullable, JsonOutput to)
            throws IOException {
        to.count();
        if (value != null) {
            writer.write(value, to);
        } else if (isNullable) {
            to.json().writeNull();
        } else {
            throw new Mismatch();
        }
    }
}
