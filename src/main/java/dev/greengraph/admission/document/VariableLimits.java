package dev.greengraph.admission.document;

import dev.greengraph.graphql.error.Refusal;
import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What variables may be before anything coerces them. Looks at each value once and does not recurse. */
public final class VariableLimits {

    private VariableLimits() {}

    /** Fails with {@link Refusal}. */
    public static void check(Map<String, ?> variables, int mostDepth) {
        List<Object> level = below(List.of(variables));
        for (int depth = 1; !level.isEmpty(); depth++) {
            Limit.VARIABLE_DEPTH.check(depth, mostDepth);
            level = below(level);
        }
    }

    private static List<Object> below(List<Object> level) {
        List<Object> below = new ArrayList<>();
        for (Object value : level) {
            Collection<?> inner = value instanceof Map<?, ?> map ? map.values() : (Collection<?>) value;
            inner.forEach(one -> add(below, one));
        }
        return below;
    }

    /** Keeps what holds further values. */
    private static void add(List<Object> values, @Nullable Object value) {
        if (value instanceof JsonNumber json) {
            checkNumber(json.bigDecimalValue());
        } else if (value instanceof BigDecimal number) {
            checkNumber(number);
        } else if (value instanceof Map || value instanceof Collection) {
            values.add(value);
        }
    }

    /** The engine would write such a number out, digit by digit. */
    private static void checkNumber(BigDecimal number) {
        long digits = Math.abs((long) number.precision() - number.scale());
        if (digits > DocumentParser.MOST_DIGITS || number.precision() > DocumentParser.MOST_DIGITS) {
            throw Refusal.badRequest("variables: numbers must have at most " + DocumentParser.MOST_DIGITS + " digits");
        }
    }
}
