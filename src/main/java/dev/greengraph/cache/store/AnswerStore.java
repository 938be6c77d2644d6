package dev.greengraph.cache.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one slot per question, bounded by estimated bytes. Slots that are read often stay: random questions, each asked
 * once, evict each other and not the windows in use.
 */
public final class AnswerStore<K> {

    /** What an entry costs besides its value: key, references, table. */
    private static final int OVERHEAD = 256;

    private final Cache<K, Slot<?>> cache;

    /**
     * An empty store.
     *
     * @param maxBytes most estimated bytes kept
     */
    public AnswerStore(long maxBytes) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<K, Slot<?>>weigher((key, slot) -> slot.bytes() + OVERHEAD)
                .executor(Runnable::run)
                .build();
    }

    /** What is kept about that question; an empty slot if nothing is. The key decides the type of the value. */
    @SuppressWarnings("unchecked")
    public <V> Slot<V> find(K key) {
        Slot<V> slot = (Slot<V>) cache.getIfPresent(key);
        return slot == null ? Slot.empty() : slot;
    }

    /** The questions about which something is kept. */
    public Stream<K> keys() {
        return cache.asMap().keySet().stream();
    }

    /** Keeps an answer in place of all that was kept about that question. */
    public void keep(K key, Held<?> held) {
        cache.put(key, Slot.of(held));
    }

    /** Forgets all that was kept about that question. */
    public void drop(K key) {
        cache.invalidate(key);
    }

    /** Changes the slot of that question, an empty one if nothing is kept. */
    public void change(K key, UnaryOperator<Slot<?>> change) {
        cache.asMap().compute(key, (same, slot) -> change.apply(orEmpty(slot)));
    }

    /** Changes the slot of that question if it holds an answer. */
    public void changeAnswered(K key, UnaryOperator<Slot<?>> change) {
        cache.asMap().computeIfPresent(key, (same, slot) -> slot.answer() == null ? slot : change.apply(slot));
    }

    /** Another replica has a newer answer: what is held is kept for want of that, what is known to be missing is forgotten. */
    public void supersede(K key) {
        cache.asMap().computeIfPresent(key, (same, slot) -> slot.answer() == null ? null : slot.superseded());
    }

    private static Slot<?> orEmpty(@Nullable Slot<?> slot) {
        return slot == null ? Slot.empty() : slot;
    }

    /** Estimated bytes of all that is kept. */
    public long bytes() {
        return cache.policy()
                .eviction()
                .flatMap(eviction -> eviction.weightedSize().stream().boxed().findFirst())
                .orElse(0L);
    }
}
