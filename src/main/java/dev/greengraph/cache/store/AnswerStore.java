package dev.greengraph.cache.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/**
 * Keeps answers, bounded by their estimated bytes. What is read often stays: random questions, each asked once, push
 * each other out, not the windows in use.
 */
public final class AnswerStore<K> {

    /** What an entry costs besides its value: key, references, table. */
    private static final int OVERHEAD = 256;

    private final Cache<K, Held<?>> cache;

    /**
     * An empty store.
     *
     * @param maxBytes most estimated bytes kept
     */
    public AnswerStore(long maxBytes) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<K, Held<?>>weigher((key, held) -> held.bytes() + OVERHEAD)
                .executor(Runnable::run)
                .build();
    }

    /** The answer to that question, however old. The key decides the type of the value. */
    @SuppressWarnings("unchecked")
    public <V> Optional<Held<V>> find(K key) {
        return Optional.ofNullable((Held<V>) cache.getIfPresent(key));
    }

    /** Keeps an answer in place of an older one. */
    public void keep(K key, Held<?> held) {
        cache.put(key, held);
    }

    /** Estimated bytes of all that is kept. */
    public long bytes() {
        return cache.policy()
                .eviction()
                .flatMap(eviction -> eviction.weightedSize().stream().boxed().findFirst())
                .orElse(0L);
    }
}
