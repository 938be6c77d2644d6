package dev.greengraph.observe.request;

import dev.greengraph.observe.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Records where the answers of admitted operations come from. */
@Singleton
public class AnswerMetrics {

    private final Meters meters;
    private final Map<Source, Counter> answers;

    /** Where an answer comes from; the tag {@code source} holds the name in lower case. */
    public enum Source {
        /** Sent again without executing the operation. */
        MEMORY,
        /** The operation was executed. */
        EXECUTION
    }

    AnswerMetrics(MeterRegistry registry) {
        this.meters = Meters.of(registry);
        this.answers = meters.counters("greengraph.answers", "Admitted operations", "source", Source.class);
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
        meters.bytes("greengraph.answers.held", "Remembered answers, estimated.", heldBytes);
        meters.bytes("greengraph.answers.held.limit", "Most of them.", () -> maxBytes);
    }
}
