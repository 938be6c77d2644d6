package dev.greengraph.gate.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * Gives callers that are refused at once different times to come back, since one slot serves only one of them.
 *
 * <p>Who was refused cannot be told apart from others, so a stagger lasts as long as its callers do come back. A slot that was
 * announced and stays free for longer than callers may be late shows that they gave up; then the stagger starts anew, at the
 * next free slot. Not thread-safe.
 */
final class RetryStagger {

    private Instant first = Instant.MIN;
    private Instant end = Instant.MIN;

    /**
     * The time for one more caller, at most {@code longest} from now.
     *
     * @param free the next free slot
     * @param cycle how far apart queued calls are really sent
     */
    Duration next(Instant now, Instant free, Duration cycle, Duration longest) {
        boolean isContinued = end.isAfter(free);
        Instant slot = isContinued ? end : free;
        Duration in = Duration.between(now, slot);
        if (in.compareTo(longest) > 0) {
            return longest;
        }
        first = isContinued ? first : slot;
        end = slot.plus(cycle);
        return in;
    }

    /**
     * Ends the stagger if a slot of it stayed free.
     *
     * @param freeSince when the first slot after those reserved so far is
     * @param tolerance how late callers may come back
     */
    void expire(Instant now, Instant freeSince, Duration tolerance) {
        Instant unusedSince = first.isAfter(freeSince) ? first : freeSince;
        if (unusedSince.plus(tolerance).isBefore(now)) {
            end = Instant.MIN;
        }
    }
}
