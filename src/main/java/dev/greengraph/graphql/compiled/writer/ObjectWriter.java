package dev.greengraph.graphql.compiled.writer;

import java.io.IOException;
import java.util.List;

/**
 * Objects of one type.
 *
 * @param fields what is selected, in the order of the answer
 */
public record ObjectWriter(List<FieldWriter> fields) implements ValueWriter {

    @Override
    public void write(Object value, JsonOutput to) throws IOException {
        to.json().writeStartObject();
        for (FieldWriter field : fields) {
            field.write(value, to);
        }
        to.json().writeEndObject();
    }

    /** One selected field of an object, with its name in the answer. */
    public interface FieldWriter {

        /** Writes the name and the value. */
        void write(Object parent, JsonOutput to) throws IOException;
    }
}
