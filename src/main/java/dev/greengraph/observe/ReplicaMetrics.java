package dev.greengraph.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Records whether this replica shares with others, and what it finds there. */
@Singleton
public class ReplicaMetrics {

    private final Map<Look, Counter> looks;
    private volatile Mode mode = Mode.SINGLE;
    private volatile int seen = 1;

    /** How this replica works; the tag {@code mode} holds the name in lower case. */
    public enum Mode {
        /** No Redis is configured. */
        SINGLE,
        /** It shares with the others. */
        SHARED,
        /** Redis is configured and away. */
        ALONE
    }

    /** What a replica found before it asked; the tag {@code result} holds the name in lower case. */
    public enum Look {
        /** The answer of another replica. */
        FOUND,
        /** Nothing: it asks. */
        MINE,
        /** Another replica asks: it waits. */
        THEIRS,
        /** Redis is away: it asks by itself. */
        ALONE,
        /** A value that cannot be read: it asks, and overwrites it. */
        UNREADABLE
    }

    /** Records there. */
    public ReplicaMetrics(MeterRegistry registry) {
        this.looks = new Meters(registry, Tags.empty())
                .counters("greengraph.replicas.looks", "Looks for answers of other replicas", "result", Look.class);
        Gauge.builder("greengraph.replicas.seen", () -> seen)
                .description("Replicas that share the budget, as last seen")
                .register(registry);
        for (Mode each : Mode.values()) {
            Gauge.builder("greengraph.replicas.mode", () -> mode == each ? 1 : 0)
                    .description("1 for how this replica works")
                    .tag("mode", each.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    /** It works like that from now on. */
    public void works(Mode now) {
        mode = now;
    }

    /** How it works. */
    public Mode mode() {
        return mode;
    }

    /** So many replicas there are, this one included. */
    public void seen(int replicas) {
        seen = replicas;
    }

    /** How many replicas there are, this one included. */
    public int seen() {
        return seen;
    }

    /** A look ended so. */
    public void looked(Look result) {
        Objects.requireNonNull(looks.get(result)).increment();
    }
}
