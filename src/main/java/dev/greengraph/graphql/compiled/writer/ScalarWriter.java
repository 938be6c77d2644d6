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
            to.json().writeString(Mismatch.unless(String.class, value));
        }
    },
    BOOLEAN {
        @Override
        public void write(Object value, JsonOutput to) throws IOException {
            to.json().writeBoolean(Mismatch.unless(Boolean.class, value));
        }
    },
    INT {
        @Override
        public void write(Object value, JsonOutput to) throws IOException {
            to.json().writeNumber(Mismatch.unless(Integer.class, value));
        }
    },
    FLOAT {
        @Override
        public void write(Object value, JsonOutput to) throws IOException {
            double number = Mismatch.unless(Double.class, value);
            if (!Double.isFinite(number)) {
                throw new Mismatch();
            }
            to.json().writeNumber(number);
        }
    },
    DATE_TIME {
        @Override
        public void write(Object value, JsonOutput to) throws IOException {
            to.json().writeString(DateTimeText.of(Mismatch.unless(Instant.class, value)));
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
