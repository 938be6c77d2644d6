package dev.greengraph.graphql.compiled.writer;

import graphql.Scalars;
import graphql.schema.GraphQLScalarType;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scalars as the engine shows them. */
public enum ScalarWriter implements ValueWriter {
    TEXT {
        @Override
        public void write(Object value, JsonOutput to) throws IOException {
            if (!(value instanceof String text)) {
                throw new Mismatch();
            }
            to.json().writeString(text);
        }
    },
    BOOLEAN {
        @Override
        public void write(Object value, JsonOutput to) throws IOException {
            if (!(value instanceof Boolean bool)) {
                throw new Mismatch();
            }
            to.json().writeBoolean(bool);
        }
    },
    INT {
        @Override
        public void write(Object value, JsonOutput to) throws IOException {
            if (!(value instanceof Integer number)) {
                throw new Mismatch();
            }
            to.json().writeNumber(number);
        }
    },
    FLOAT {
        @Override
        public void write(Object value, JsonOutput to) throws IOException {
            if (!(value instanceof Double number) || !Double.isFinite(number)) {
                throw new Mismatch();
            }
            to.json().writeNumber(number);
        }
    },
    DATE_TIME {
        @Override
        public void write(Object value, JsonOutput to) throws IOException {
            if (!(value instanceof Instant instant)) {
                throw new Mismatch();
            }
            to.json().writeString(DateTimeText.of(instant));
        }
    };

    private static final Map<GraphQLScalarType, ScalarWriter> STANDARD = Map.of(
            Scalars.GraphQLString, TEXT,
            Scalars.GraphQLID, TEXT,
            Scalars.GraphQLBoolean, BOOLEAN,
            Scalars.GraphQLInt, INT,
            Scalars.GraphQLFloat, FLOAT);

    /** The writer of a standard scalar; null for others. */
    public static @Nullable ScalarWriter of(GraphQLScalarType type) {
        return STANDARD.get(type);
    }
}
