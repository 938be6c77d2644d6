package dev.greengraph.cache.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * How much of a journal a revalidation asks for: the minutes since the last answer and an overlap, now and then all.
 *
 * @param overlap how far back beyond the last answer: an entry may come two minutes late
 * @param wholeEvery how long a journal is read in parts before it is read whole again; zero for never in parts
 */
public record JournalReading(Duration overlap, Duration wholeEvery) {

    /** Always whole. */
    public static final JournalReading WHOLE = new JournalReading(Duration.ZERO, Duration.ZERO);

    /** A journal with fewer entries costs next to nothing to be read whole. */
    public static final int FEWEST_ENTRIES = 100;

    /** A call may leave and arrive so much later than it was decided on. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * The minutes to ask for in place of all; empty if it is to be read whole.
     *
     * @param minutes how far back the journal reaches
     * @param entries how many it holds
     * @param fetchedAt when it was read last
     * @param wholeAt when it was read whole
     */
    public OptionalInt part(int minutes, int entries, Instant fetchedAt, Instant wholeAt, Instant now) {
        Duration gap = Duration.between(fetchedAt, now);
        boolean isDue = Duration.between(wholeAt, now).compareTo(wholeEvery) >= 0;
        if (isDue || gap.isNegative() || entries < FEWEST_ENTRIES) {
            return OptionalInt.empty();
        }
        Duration back = gap.plus(overlap).plus(MARGIN);
        int part = (int) Math.min(minutes, back.plus(MINUTE).minusNanos(1).toMinutes());
        return 2 * part > minutes ? OptionalInt.empty() : OptionalInt.of(part);
    }
}
