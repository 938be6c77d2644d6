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
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * Registers meters that share tags. Where a tag has the values of an enum, all of them are registered at once: an alarm
 * sees 0 before it sees 1, and recording looks nothing up.
 *
 * @param registry where they are registered
 * @param tags of all of them
 */
public record Meters(MeterRegistry registry, Tags tags) {

    /** Meters that share no tag. */
    public static Meters of(MeterRegistry registry) {
        return new Meters(registry, Tags.empty());
    }

    /** A counter for each value. */
    public <E extends Enum<E>> Map<E, Counter> counters(String name, String description, String tag, Class<E> values) {
        return each(values, value -> counter(name, description, tag, value));
    }

    /** A timer for each value. */
    public <E extends Enum<E>> Map<E, Timer> timers(
            String name, String description, String tag, Class<E> values, long... bucketMillis) {
        return each(values, value -> timer(name, description, Tags.of(tag, value), bucketMillis));
    }

    /** @param more tags of its own, each a name and a value */
    public Counter counter(String name, String description, String... more) {
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

    /** A counter of bytes. */
    public Counter byteCounter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tags(tags)
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
    }

    /**
     * A gauge, asked with every scrape.
     *
     * @param more tags of its own, each a name and a value
     */
    public void gauge(String name, String description, IntSupplier value, String... more) {
        Gauge.builder(name, value::getAsInt)
                .description(description)
                .tags(tags.and(more))
                .register(registry);
    }

    /** A gauge of bytes, asked with every scrape. */
    public void bytes(String name, String description, LongSupplier value) {
        Gauge.builder(name, value::getAsLong)
                .description(description)
                .tags(tags)
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
    }

    private static <E extends Enum<E>, M> Map<E, M> each(Class<E> values, Function<String, M> meter) {
        Map<E, M> meters = new EnumMap<>(values);
        for (E value : values.getEnumConstants()) {
            meters.put(value, meter.apply(value.name().toLowerCase(Locale.ROOT)));
        }
        return meters;
    }
}
