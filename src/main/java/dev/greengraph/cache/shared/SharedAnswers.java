package dev.greengraph.cache.shared;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Answers that all replicas share, and the turns to ask. Nothing here fails and nothing takes long: what cannot be shared is
 * not, and each replica works alone.
 *
 * @param <K> a question
 */
public interface SharedAnswers<K> {

    /** No answer is so young. */
    Duration NO_ANSWER = Duration.ofMillis(-1);

    /**
     * Looks for an answer, and takes the turn to ask if there is none and no other replica has it. The turn
     * lasts until an answer is kept or it is given back; if this replica dies, a little longer than a call may take.
     *
     * @param maxAge an older answer is none
     */
    Uni<Look> look(K key, Duration maxAge);

    /**
     * Keeps an answer, unless a newer one is kept, gives the turn back and tells the other replicas.
     *
     * @param fetchedAt when the upstream answered
     * @param expiresIn how long it is kept
     */
    void keep(K key, Turn turn, SharedAnswer answer, Instant fetchedAt, Duration expiresIn);

    /** Gives a turn back that brought no answer, and tells the replicas that wait for it. */
    void giveBack(K key, Turn turn);

    /** An answer could not be read: it is counted, and the next one takes its place. */
    void unreadable(K key);

    /** From now on {@code superseded} is called with each question to which another replica has a newer answer. */
    void onNewer(Consumer<K> superseded);

    /** Whether there are others to share with. */
    default boolean hasOthers() {
        return true;
    }

    /** Shares nothing: one process. */
    static <K> SharedAnswers<K> none() {
        return new SharedAnswers<>() {
            private final Uni<Look> alone = Uni.createFrom().item(new Look.Alone());

            @Override
            public boolean hasOthers() {
                return false;
            }

            @Override
            public Uni<Look> look(K key, Duration maxAge) {
                return alone;
            }

            @Override
            public void keep(K key, Turn turn, SharedAnswer answer, Instant fetchedAt, Duration expiresIn) {}

            @Override
            public void giveBack(K key, Turn turn) {}

            @Override
            public void unreadable(K key) {}

            @Override
            public void onNewer(Consumer<K> superseded) {}
        };
    }
}
