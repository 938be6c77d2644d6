package dev.greengraph.graphql.compiled.writer;

import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;

/**
 * {@code __typename}.
 *
 * @param name its name in the answer
 */
public record TypenameWriter(SerializedString name, SerializedString type) implements ObjectWriter.FieldWriter {

    @Override
    public void write(Object parent, JsonOutput to) throws IOException {
        to.count();
        to.json().writeFieldName(name);
        to.json().writeString(type);
    }
}
