package dev.greengraph.admission.cost;

import dev.greengraph.admission.document.Saturating;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Values that a selection asks of one object, which has one type: those that every type has, and those of single types.
 *
 * @param any whatever the type
 * @param single by the name of the type
 */
record ValuesByType(long any, Map<String, Long> single) {

    static final ValuesByType NONE = new ValuesByType(0, Map.of());

    /** What an object of several types is; any other name stands for one type, or for none that there is. */
    static final Set<String> INTERFACES = Set.of("MediaMessage", "MediaStatus", "Message", "Node", "Status");

    /** Both beside each other. */
    ValuesByType and(ValuesByType others) {
        return new ValuesByType(Saturating.add(any, others.any), sum(single, others.single));
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        Map<String, Long> sum = new HashMap<>(one);
        other.forEach((type, values) -> sum.merge(type, values, Saturating::add));
        return sum;
    }

    /** Under a type condition. */
    ValuesByType only(String type) {
        return INTERFACES.contains(type)
                ? this
                : new ValuesByType(0, Map.of(type, any)).and(new ValuesByType(0, single));
    }

    /** Of the type that has the most. */
    long most() {
        return Saturating.add(
                any, single.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }
}
