package dev.greengraph.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * Registers meters that share tags. Where a tag has the values of an enum, all of them are registered at once: an alarm
 * sees 0 before it sees 1, and recording looks nothing up.
 *
 * @param registry where they are registered
 * @param tags of all of them
 */
record Meters(MeterRegistry registry, Tags tags) {

    /** A counter for each value. */
    <E extends Enum<E>> Map<E, Counter> counters(String name, String description, String tag, Class<E> values) {
        return each(tag, values, more -> counter(name, description, more));
    }

    /** A timer for each value. */
    <E extends Enum<E>> Map<E, Timer> timers(
            String name, String description, String tag, Class<E> values, long... bucketMillis) {
        return each(tag, values, more -> timer(name, description, more, bucketMillis));
    }

    Counter counter(String name, String description, Tags more) {
        return Counter.builder(name)
                .description(description)
                .tags(tags.and(more))
                .register(registry);
    }

    Timer timer(String name, String description, Tags more, long... bucketMillis) {
        Duration[] buckets =
                LongStream.of(bucketMillis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
        return Timer.builder(name)
                .description(description)
                .tags(tags.and(more))
                .serviceLevelObjectives(buckets)
                .register(registry);
    }

    /** A gauge of bytes, asked with every scrape. */
    void bytes(String name, String description, LongSupplier value) {
        Gauge.builder(name, value::getAsLong)
                .description(description)
                .tags(tags)
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
    }

    private static <E extends Enum<E>, M> Map<E, M> each(String tag, Class<E> values, Function<Tags, M> meter) {
        Map<E, M> meters = new EnumMap<>(values);
        for (E value : values.getEnumConstants()) {
            meters.put(value, meter.apply(Tags.of(tag, value.name().toLowerCase(Locale.ROOT))));
        }
        return meters;
    }
}
