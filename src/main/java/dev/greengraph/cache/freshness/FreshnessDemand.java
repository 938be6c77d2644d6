package dev.greengraph.cache.freshness;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a caller wants what is read to be, and how long it waits for that.
 *
 * @param maxAge up to this age an answer is as good as a fresh one; absent for what the settings say
 * @param maxWait how long to wait for a fresher one; absent for not at all where a stale one may be served, else as long as
 *     the settings say
 * @param otherwise what is served if there is none in that time
 */
public record FreshnessDemand(
        @Nullable Duration maxAge, @Nullable Duration maxWait, Otherwise otherwise) {

    /** What the settings say. */
    public static final FreshnessDemand USUAL = new FreshnessDemand(null, null, Otherwise.STALE);

    /** What a caller wants in place of an answer that is fresh enough. */
    public enum Otherwise {
        /** The stale answer, if one is held. */
        STALE,
        /** Nothing, and no error for a lack of time or budget. */
        NULL,
        /** An error. */
        ERROR
    }

    /** Whether a stale answer is served at once, as if nothing were demanded. */
    public boolean takesStaleAtOnce() {
        return otherwise == Otherwise.STALE && (maxWait == null || maxWait.isZero());
    }

    /**
     * The rule that an answer is believed by.
     *
     * @param usual what the settings say
     * @param leastAge no caller may demand answers younger than this, unless the settings do
     */
    public FreshnessRule rule(FreshnessRule usual, Duration leastAge) {
        if (maxAge == null) {
            return usual;
        }
        Duration least = shorter(leastAge, usual.freshFor());
        Duration freshFor = longer(maxAge, least);
        return new FreshnessRule(freshFor, longer(usual.staleFor(), freshFor));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
