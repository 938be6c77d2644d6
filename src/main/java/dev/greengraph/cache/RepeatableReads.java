package dev.greengraph.cache;

import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.cache.store.Slot;
import dev.greengraph.observe.EndpointMetrics;
import dev.greengraph.observe.ReadFreshness;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The reads of a request that found nothing but fresh answers. Slots are referred to weakly: what is no longer in the store
 * is not kept for this.
 *
 * @param looks every question that was looked up, with what the store had
 * @param served what was answered from memory
 * @param until the last moment at which the same slots mean the same; {@link Instant#MAX} if nothing was read
 */
public record RepeatableReads(Map<QuestionKey, WeakReference<Slot<?>>> looks, List<Served> served, Instant until) {

    private static final int BYTES_OF_LOOK = 150;
    private static final int BYTES_OF_SERVED = 50;

    /** An answer that was served. */
    record Served(EndpointMetrics metrics, Instant fetchedAt) {}

    /** Whether the same request would read the same now. */
    boolean areSame(AnswerStore<QuestionKey> store, Instant now) {
        if (now.isAfter(until)) {
            return false;
        }
        for (Map.Entry<QuestionKey, WeakReference<Slot<?>>> look : looks.entrySet()) {
            if (!look.getValue().refersTo(store.find(look.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Counts them once more. */
    void countAgain(Instant now) {
        served.forEach(
                answer -> answer.metrics().served(ReadFreshness.FRESH, Duration.between(answer.fetchedAt(), now)));
    }

    /** Estimated size in memory. */
    public int bytes() {
        return looks.size() * BYTES_OF_LOOK + served.size() * BYTES_OF_SERVED;
    }
}
