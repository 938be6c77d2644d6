package dev.greengraph.cache.freshness;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an answer is believed.
 *
 * @param freshFor up to this age it is served without asking again; zero refreshes on every read
 * @param staleFor up to this age it is served while it is refreshed, or if it cannot be
 */
public record FreshnessRule(Duration freshFor, Duration staleFor) {

    public boolean isFresh(Instant fetchedAt, Instant now) {
        return !now.isAfter(fetchedAt.plus(freshFor));
    }

    public boolean isServable(Instant fetchedAt, Instant now) {
        return !now.isAfter(fetchedAt.plus(staleFor));
    }

    /** The last moment at which an answer is still what it is now: fresh, stale, or expired, which ends never. */
    public Instant unchangedUntil(Instant fetchedAt, Instant now) {
        if (isFresh(fetchedAt, now)) {
            return fetchedAt.plus(freshFor);
        }
        return isServable(fetchedAt, now) ? fetchedAt.plus(staleFor) : Instant.MAX;
    }
}
