package dev.greengraph.graphql.compiled.writer;

import com.fasterxml.jackson.core.io.SerializedString;
import graphql.schema.GraphQLEnumType;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Values of an enum, encoded once. */
public final class EnumWriter implements ValueWriter {

    private final GraphQLEnumType type;
    private final Map<Enum<?>, SerializedString> encoded = new ConcurrentHashMap<>();

    /** @param type its values are named as the constants are */
    public EnumWriter(GraphQLEnumType type) {
        this.type = type;
    }

    @Override
    public void write(Object value, JsonOutput to) throws IOException {
        Enum<?> constant = Mismatch.unless(Enum.class, value);
        SerializedString known = encoded.get(constant);
        to.json().writeString(known == null ? encode(constant) : known);
    }

    private SerializedString encode(Enum<?> constant) {
        if (type.getValue(constant.name()) == null) {
            throw new Mismatch();
        }
        SerializedString text = new SerializedString(constant.name());
        encoded.put(constant, text);
        return text;
    }
}
