package dev.greengraph.observe.media;

import dev.greengraph.observe.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;

/** Records how requests for files end. */
@Singleton
public class MediaMetrics {

    private final Meters meters;
    private final Map<Outcome, Counter> requests;
    private final Counter sent;

    /** How a request ends; the tag {@code outcome} holds the name in lower case. */
    public enum Outcome {
        /** The file was sent, or the part that was wanted, or its head. */
        SENT,
        /** The caller has it already. */
        NOT_MODIFIED,
        /** The caller may not have it: no credentials, a wrong signature, one that is over. */
        REFUSED,
        /** There is no such file. */
        NOT_FOUND,
        /** Too many are sent at once. */
        OVERLOADED,
        /** The upstream did not say where it is. */
        UPSTREAM_FAILED,
        /** The address, or what it redirects to, is not one that files are fetched from. */
        ADDRESS_REFUSED,
        /** The storage did not give it, or not in time. */
        STORAGE_FAILED,
        /** It was begun, and ended before its end. */
        ABORTED
    }

    MediaMetrics(MeterRegistry registry) {
        this.meters = Meters.of(registry);
        this.requests = meters.counters("greengraph.media.requests", "Requests for files", "outcome", Outcome.class);
        this.sent = meters.byteCounter("greengraph.media.sent", "Bytes of files that were sent.");
    }

    /** A request has ended. */
    public void ended(Outcome outcome) {
        Objects.requireNonNull(requests.get(outcome)).increment();
    }

    /** So much of a file was sent. */
    public void sent(int bytes) {
        sent.increment(bytes);
    }

    /** Shows how many files are sent now; asked with every scrape. */
    public void streams(IntSupplier now) {
        meters.gauge("greengraph.media.streams", "Files that are sent now.", now);
    }
}
