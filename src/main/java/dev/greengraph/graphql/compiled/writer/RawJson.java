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
    private final int length;

    /**
     * One JSON value.
     *
     * @param utf8 begins with it; not changed from now on
     * @param length of the value
     */
    RawJson(byte[] utf8, int length) {
        this.utf8 = utf8;
        this.length = length;
    }

    /** Its length in bytes. */
    public int length() {
        return length;
    }

    @Override
    public void serialize(JsonGenerator to, SerializerProvider serializers) throws IOException {
        if (to.getOutputTarget() instanceof OutputStream stream) {
            to.writeRawValue(""); // the separator before the value
            to.flush();
            stream.write(utf8, 0, length);
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
        return new String(utf8, 0, length, StandardCharsets.UTF_8);
    }
}
