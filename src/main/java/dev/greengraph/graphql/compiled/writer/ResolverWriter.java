package dev.greengraph.graphql.compiled.writer;

import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;

/**
 * A field whose resolver may find its value in the parent.
 *
 * @param name its name in the answer
 * @param isNullable whether it may be absent
 */
public record ResolverWriter(SerializedString name, ResolverField field, ValueWriter writer, boolean isNullable)
        implements ObjectWriter.FieldWriter {

    @Override
    public void write(Object parent, JsonOutput to) throws IOException {
        to.json().writeFieldName(name);
        ValueWriter.write(to.resolvers().value(field, parent), writer, isNullable, to);
    }
}
