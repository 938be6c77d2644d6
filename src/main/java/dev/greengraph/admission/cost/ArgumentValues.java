package dev.greengraph.admission.cost;

import graphql.language.Argument;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of fields in one request: literals, variables and their defaults, before anything is known to be valid.
 * What is not understood is taken for the largest value.
 */
final class ArgumentValues {

    private final Map<String, Object> variables = new HashMap<>();
    private final Clock clock;
    private boolean haveReadTheClock;

    /**
     * The variables of a request.
     *
     * @param given as JSON or as plain Java values
     * @param clock from which minutes are counted back
     */
    ArgumentValues(OperationDefinition operation, Map<String, ?> given, Clock clock) {
        this.clock = clock;
        for (VariableDefinition definition : operation.getVariableDefinitions()) {
            if (definition.getDefaultValue() != null) {
                variables.put(definition.getName(), definition.getDefaultValue());
            }
        }
        given.forEach((name, value) -> variables.put(name, value == null ? JsonValue.NULL : value));
    }

    /** A count, cut to 1 to {@code most}. */
    long count(Field field, String name, int absent, int most) {
        return find(field, name).map(value -> cut(number(value, most), most)).orElse((long) absent);
    }

    /** The minutes since a moment, begun ones included, cut to 1 to {@code most}. */
    long minutesSince(Field field, String name, int most) {
        return text(field, name)
                .map(moment -> minutesSince(moment, most))
                .map(minutes -> cut(minutes, most))
                .orElse((long) most);
    }

    private long minutesSince(String moment, int most) {
        haveReadTheClock = true;
        try {
            return Duration.between(Instant.parse(moment), clock.instant()).toMinutes() + 1;
        } catch (DateTimeException | ArithmeticException notUnderstood) {
            return most;
        }
    }

    /** Whether a value that was asked for depends on the time. */
    boolean haveReadTheClock() {
        return haveReadTheClock;
    }

    /** Whether the argument is there and not null. */
    boolean has(Field field, String name) {
        return find(field, name).isPresent();
    }

    /** A text, or nothing if it is no text. */
    Optional<String> text(Field field, String name) {
        return find(field, name).flatMap(this::plainText);
    }

    /** An enum value in an argument that is an object, or nothing if it cannot be told. */
    Optional<String> choice(Field field, String name, String inner) {
        return find(field, name).flatMap(object -> inner(object, inner)).flatMap(this::plainText);
    }

    private Optional<Object> find(Field field, String name) {
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals(name)) {
                return resolve(argument.getValue());
            }
        }
        return Optional.empty();
    }

    private Optional<Object> resolve(@Nullable Object value) {
        Object known = value instanceof VariableReference reference ? variables.get(reference.getName()) : value;
        if (known == null || known instanceof NullValue || known == JsonValue.NULL) {
            return Optional.empty();
        }
        return Optional.of(known);
    }

    private Optional<Object> inner(Object object, String name) {
        if (object instanceof ObjectValue literal) {
            return literal.getObjectFields().stream()
                    .filter(field -> field.getName().equals(name))
                    .findFirst()
                    .map(ObjectField::getValue)
                    .flatMap(this::resolve);
        }
        return object instanceof Map<?, ?> map ? resolve(map.get(name)) : Optional.empty();
    }

    private Optional<String> plainText(Object value) {
        if (value instanceof StringValue literal) {
            return Optional.of(literal.getValue());
        }
        if (value instanceof EnumValue literal) {
            return Optional.of(literal.getName());
        }
        if (value instanceof JsonString json) {
            return Optional.of(json.getString());
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static double number(Object value, int most) {
        if (value instanceof IntValue literal) {
            return literal.getValue().doubleValue();
        }
        // As a double: the integer of 1e999999999 would fill the memory.
        if (value instanceof JsonNumber json) {
            return json.doubleValue();
        }
        return value instanceof Number number ? number.doubleValue() : most;
    }

    private static long cut(double value, int most) {
        return (long) Math.max(1, Math.min(most, value));
    }
}
