package dev.greengraph.upstream.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is accepted inside a row although the manual does not promise it. */
final class Leniency {

    private Leniency() {}

    /** An empty text is absent; so is a number that is malformed or too large. Lone surrogates in a text are replaced. */
    static final class AbsentIfUnusable extends SimpleModule {
        private static final long serialVersionUID = 1L;

        AbsentIfUnusable() {
            addDeserializer(String.class, new TextDeserializer());
            addDeserializer(Integer.class, new IntegerDeserializer());
        }
    }

    private static final class TextDeserializer extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        TextDeserializer() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || text.isEmpty() ? null : WellFormed.of(text);
        }
    }

    /** Jackson's own fails on a number beyond 32 bits, which would cost the entry all its fields. */
    private static final class IntegerDeserializer extends StdScalarDeserializer<Integer> {

        private static final long serialVersionUID = 1L;

        IntegerDeserializer() {
            super(Integer.class);
        }

        @Override
        public @Nullable Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode value = context.readTree(parser);
            boolean number = value.isNumber() && value.canConvertToInt();
            boolean digits = value.isTextual() && value.textValue().matches("-?[0-9]{1,9}");
            return number || digits ? Integer.valueOf(value.asInt()) : null;
        }
    }

    /** A value of another type than expected is absent and costs neither its row nor its neighbours. */
    static final class AbsentIfMistyped extends DeserializationProblemHandler {

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
                throws IOException {
            parser.skipChildren();
            return null;
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String value, String message) {
            return null;
        }

        @Override
        public @Nullable Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> type, Number value, String message) {
            return null;
        }

        @Override
        public @Nullable Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> type,
                ValueInstantiator instantiator,
                JsonParser parser,
                String message)
                throws IOException {
            parser.skipChildren();
            return null;
        }
    }
}
