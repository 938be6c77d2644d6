package dev.greengraph.graphql.argument;

import graphql.GraphQLContext;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first value that does not fit its type, in the order of the schema: where it is, what it must be, and what kind
 * of value it is. The value itself is not repeated.
 */
final class ValueCheck {

    /**
     * A value that does not fit.
     *
     * @param path fields and indexes that lead to it; empty if it is the value itself
     * @param text what it must be, and what it was
     */
    record Misfit(List<Object> path, String text) {

        /** Fields by name, indexes in brackets: {@code filter.types[1]}. */
        static String print(List<Object> path) {
            StringBuilder text = new StringBuilder();
            for (Object step : path) {
                text.append(step instanceof Integer ? "[" + step + "]" : text.isEmpty() ? step : "." + step);
            }
            return text.toString();
        }
    }

    private static final String TIME = "DateTime";

    private final boolean isCoerced;

    private ValueCheck(boolean isCoerced) {
        this.isCoerced = isCoerced;
    }

    /** Checks a value as the caller sent it. */
    static Optional<Misfit> sent(GraphQLType type, @Nullable Object value) {
        return new ValueCheck(false).check(type, value, List.of());
    }

    /** Checks a value that the engine took: of a time it takes any text. */
    static Optional<Misfit> coerced(GraphQLType type, @Nullable Object value) {
        return new ValueCheck(true).check(type, value, List.of());
    }

    /** What is wrong with a value that is not there. */
    static Misfit absent(GraphQLType type, List<Object> path) {
        return new Misfit(path, "must be " + name(type) + ", was absent");
    }

    private Optional<Misfit> check(GraphQLType type, @Nullable Object value, List<Object> path) {
        if (type instanceof GraphQLNonNull nonNull) {
            return value == null && !isCoerced
                    ? misfit(nonNull.getWrappedType(), null, path)
                    : check(nonNull.getWrappedType(), value, path);
        }
        if (value == null) {
            return Optional.empty();
        }
        if (type instanceof GraphQLList list) {
            return checkList(list.getWrappedType(), value, path);
        }
        if (type instanceof GraphQLInputObjectType object) {
            return value instanceof Map<?, ?> fields ? checkObject(object, fields, path) : misfit(object, value, path);
        }
        return fits(type, value) ? Optional.empty() : misfit(type, value, path);
    }

    /** A value that is no list stands for a list of one. */
    private Optional<Misfit> checkList(GraphQLType entry, Object value, List<Object> path) {
        if (!(value instanceof Collection<?> entries)) {
            return check(entry, value, path);
        }
        int index = 0;
        for (Object one : entries) {
            Optional<Misfit> misfit = check(entry, one, below(path, index++));
            if (misfit.isPresent()) {
                return misfit;
            }
        }
        return Optional.empty();
    }

    private Optional<Misfit> checkObject(GraphQLInputObjectType type, Map<?, ?> fields, List<Object> path) {
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            Optional<Misfit> misfit = checkField(field, fields, below(path, field.getName()));
            if (misfit.isPresent()) {
                return misfit;
            }
        }
        return isCoerced || fields.keySet().stream().allMatch(name -> type.getField((String) name) != null)
                ? Optional.empty()
                : Optional.of(new Misfit(path, "must have only fields of " + type.getName() + ", had another"));
    }

    private Optional<Misfit> checkField(GraphQLInputObjectField field, Map<?, ?> fields, List<Object> path) {
        if (fields.containsKey(field.getName())) {
            return check(field.getType(), fields.get(field.getName()), path);
        }
        return isCoerced || GraphQLTypeUtil.isNullable(field.getType()) || field.hasSetDefaultValue()
                ? Optional.empty()
                : Optional.of(absent(field.getType(), path));
    }

    private boolean fits(GraphQLType type, Object value) {
        if (type instanceof GraphQLScalarType scalar && scalar.getName().equals(TIME) && value instanceof String text) {
            return isTime(text);
        }
        return isCoerced || isAccepted(type, value);
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isAccepted(GraphQLType type, Object value) {
        try {
            if (type instanceof GraphQLScalarType scalar) {
                scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
            } else if (type instanceof GraphQLEnumType names) {
                names.parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
            }
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private static Optional<Misfit> misfit(GraphQLType type, @Nullable Object value, List<Object> path) {
        return Optional.of(new Misfit(path, "must be " + name(type) + ", was " + kind(value)));
    }

    private static List<Object> below(List<Object> path, Object step) {
        List<Object> below = new ArrayList<>(path);
        below.add(step);
        return below;
    }

    private static String name(GraphQLType type) {
        String name = GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(type));
        if (type instanceof GraphQLNonNull nonNull) {
            return name(nonNull.getWrappedType());
        }
        if (type instanceof GraphQLList list) {
            return "a list of " + GraphQLTypeUtil.simplePrint(list.getWrappedType());
        }
        if (type instanceof GraphQLEnumType) {
            return "a value of the enum " + name;
        }
        if (type instanceof GraphQLInputObjectType) {
            return "an object of type " + name;
        }
        return switch (name) {
            case "Int" -> "an Int (whole number of 32 bits)";
            case TIME -> "a DateTime (ISO 8601 with zone)";
            case "ID" -> "an ID (string)";
            default -> "a " + name;
        };
    }

    private static String kind(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        if (value instanceof Number) {
            return "a number";
        }
        return value instanceof Collection ? "a list" : "an object";
    }
}
