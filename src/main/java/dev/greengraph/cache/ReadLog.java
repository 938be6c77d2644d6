package dev.greengraph.cache;

import dev.greengraph.cache.question.Question;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.store.Slot;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one request reads of the cache, so that the same request can be answered from memory as long as it would read the
 * same again.
 */
public final class ReadLog {

    /** More look-ups than these are not worth being repeated for an answer. */
    private static final int MAX_LOOKS = 500;

    private final Map<QuestionKey, WeakReference<Slot<?>>> looks = new HashMap<>();
    private final List<RepeatableReads.Served> served = new ArrayList<>();
    private Instant until = Instant.MAX;
    private boolean isRepeatable = true;

    /**
     * A question was looked up.
     *
     * @param until the last moment at which the same slot means the same
     */
    synchronized void looked(QuestionKey key, Slot<?> slot, Instant until) {
        if (!isRepeatable) {
            return;
        }
        WeakReference<Slot<?>> before = looks.put(key, new WeakReference<>(slot));
        if ((before != null && !before.refersTo(slot)) || looks.size() > MAX_LOOKS) {
            isRepeatable = false;
        }
        repeatableUntil(until);
    }

    /** What the request reads depends on the time: from that moment on it may ask for something else. */
    synchronized void repeatableUntil(Instant moment) {
        if (moment.isBefore(until)) {
            until = moment;
        }
    }

    /** A question was answered with a reading that is held. */
    synchronized void served(Question<?> question, Reading<?> reading) {
        if (!isRepeatable || served.size() == MAX_LOOKS) {
            isRepeatable = false;
            return;
        }
        served.add(new RepeatableReads.Served(
                question.gate().metrics(), reading.freshness().fetchedAt()));
        if (!reading.freshness().isFresh()) {
            isRepeatable = false;
        }
    }

    /** Something was read that may differ the next time, or a call was started or joined. */
    synchronized void unrepeatable() {
        isRepeatable = false;
    }

    /** What was read; empty if it cannot be known to be the same again. */
    public synchronized Optional<RepeatableReads> reads() {
        return isRepeatable
                ? Optional.of(new RepeatableReads(Map.copyOf(looks), List.copyOf(served), until))
                : Optional.empty();
    }
}
