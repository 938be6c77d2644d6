package dev.greengraph.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
        /** It shares answers; the budget is parted, since another replica does not share. */
        PARTED,
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
        UNREADABLE,
        /** A value of another version, in a format that is not known here: it asks, and overwrites it. */
        UNKNOWN_FORMAT
    }

    /** Records there. */
    public ReplicaMetrics(MeterRegistry registry) {
        Meters meters = Meters.of(registry);
        this.looks = meters.counters(
                "greengraph.replicas.looks", "Looks for answers of other replicas", "result", Look.class);
        meters.gauge("greengraph.replicas.seen", "Replicas that share the budget, as last seen", () -> seen);
        for (Mode each : Mode.values()) {
            meters.gauge(
                    "greengraph.replicas.mode",
                    "1 for how this replica works",
                    () -> mode == each ? 1 : 0,
                    "mode",
                    each.name().toLowerCase(Locale.ROOT));
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
