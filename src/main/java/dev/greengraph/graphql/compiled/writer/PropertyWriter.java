package dev.greengraph.graphql.compiled.writer;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.greengraph.graphql.property.PropertyFetcher;
import java.io.IOException;

/**
 * A field that reads a property.
 *
 * @param name its name in the answer
 * @param isNullable whether it may be absent
 */
public record PropertyWriter(SerializedString name, PropertyFetcher property, ValueWriter writer, boolean isNullable)
        implements ObjectWriter.FieldWriter {

    @Override
    public void write(Object parent, JsonOutput to) throws IOException {
        to.json().writeFieldName(name);
        try {
            ValueWriter.write(property.value(parent), writer, isNullable, to);
        } catch (ReflectiveOperationException failed) {
            throw new Mismatch();
        }
    }
}
