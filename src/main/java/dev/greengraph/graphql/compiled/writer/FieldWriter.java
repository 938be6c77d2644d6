package dev.greengraph.graphql.compiled.writer;

import java.io.IOException;

/** One selected field of an object, with its name in the answer. */
public interface FieldWriter {

    /** Writes the name and the value. */
    void write(Object parent, JsonOutput to) throws IOException;
}
