package dev.greengraph.graphql.compiled.writer;

import java.io.IOException;
import java.util.List;

/**
 * Lists.
 *
 * @param entry writes an entry
 * @param isNullable whether an entry may be absent
 */
public record ListWriter(ValueWriter entry, boolean isNullable) implements ValueWriter {

    @Override
    public void write(Object value, JsonOutput to) throws IOException {
        List<?> list = Mismatch.unless(List.class, value);
        to.json().writeStartArray();
        for (Object one : list) {
            ValueWriter.write(one, entry, isNullable, to);
        }
        to.json().writeEndArray();
    }
}
