package dev.greengraph.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.BaseUnits;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Records where the answers of admitted operations come from. */
@Singleton
public class AnswerMetrics {

    private final MeterRegistry registry;
    private final Map<Source, Counter> answers;

    /** Where an answer comes from; the tag {@code source} holds the name in lower case. */
    public enum Source {
        /** Sent again without executing the operation. */
        MEMORY,
        /** The operation was executed. */
        EXECUTION
    }

    AnswerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.answers = new Meters(registry, Tags.empty())
                .counters("greengraph.answers", "Admitted operations", "source", Source.class);
    }

    /** An admitted operation is answered. */
    public void answered(Source source) {
        Objects.requireNonNull(answers.get(source)).increment();
    }

    /**
     * Shows how much memory the remembered answers take.
     *
     * @param maxBytes most of it
     * @param heldBytes asked with every scrape
     */
    public void memory(long maxBytes, LongSupplier heldBytes) {
        bytes("greengraph.answers.held", "Remembered answers, estimated.", heldBytes);
        bytes("greengraph.answers.held.limit", "Most of them.", () -> maxBytes);
    }

    private void bytes(String name, String description, LongSupplier value) {
        Gauge.builder(name, value::getAsLong)
                .description(description)
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
    }
}
