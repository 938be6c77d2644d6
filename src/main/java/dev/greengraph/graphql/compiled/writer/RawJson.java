package dev.greengraph.graphql.compiled.writer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A value of the answer that is JSON already: copied as it is. */
public final class RawJson implements JsonSerializable {

    private final byte[] utf8;

    /** @param utf8 one JSON value */
    public RawJson(byte[] utf8) {
        this.utf8 = utf8;
    }

    @Override
    public void serialize(JsonGenerator to, SerializerProvider serializers) throws IOException {
        if (to.getOutputTarget() instanceof OutputStream stream) {
            to.writeRawValue(""); // the separator before the value
            to.flush();
            stream.write(utf8);
        } else {
            to.writeRawValue(toString());
        }
    }

    @Override
    public void serializeWithType(JsonGenerator to, SerializerProvider serializers, TypeSerializer type)
            throws IOException {
        serialize(to, serializers);
    }

    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
