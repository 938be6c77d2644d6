package dev.greengraph.cache.shared;

import dev.greengraph.upstream.failure.NegativeAnswer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Single flight over all replicas: an answer of another replica is read, and one replica at a time asks. The others wait until
 * it has ended, and look again: it may have failed or died, and then one of them asks.
 *
 * @param <K> a question
 */
public final class SharedFlight<K> {

    private final SharedAnswers<K> answers;

    /** Flights over those answers. */
    public SharedFlight(SharedAnswers<K> answers) {
        this.answers = answers;
    }

    /**
     * One answer, found or asked for.
     *
     * @param maxAge a shared answer that is older is none
     * @param executor what is found or asked goes on there
     * @param read makes an answer of a shared one; a failure that is no {@link NegativeAnswer} says that it cannot be read
     * @param ask asks the upstream, and gives the turn back
     */
    public <V> Uni<V> find(
            K key, Duration maxAge, Executor executor, Function<Look.Found, Uni<V>> read, Function<Turn, Uni<V>> ask) {
        return new Search<>(key, maxAge, executor, read, ask).look(maxAge);
    }

    /** As {@link #find}. */
    private final class Search<V> {

        private final K key;
        private final Duration maxAge;
        private final Executor executor;
        private final Function<Look.Found, Uni<V>> read;
        private final Function<Turn, Uni<V>> ask;

        private Search(
                K key,
                Duration maxAge,
                Executor executor,
                Function<Look.Found, Uni<V>> read,
                Function<Turn, Uni<V>> ask) {
            this.key = key;
            this.maxAge = maxAge;
            this.executor = executor;
            this.read = read;
            this.ask = ask;
        }

        private Uni<V> look(Duration age) {
            return answers.look(key, age).emitOn(executor).chain(this::follow);
        }

        private Uni<V> follow(Look look) {
            if (look instanceof Look.Found found) {
                return read.apply(found)
                        .onFailure(failure -> NegativeAnswer.of(failure).isEmpty())
                        .recoverWithUni(this::insteadOfUnreadable);
            }
            if (look instanceof Look.Theirs theirs) {
                return theirs.ended().emitOn(executor).chain(() -> look(maxAge));
            }
            return ask.apply(look instanceof Look.Mine mine ? mine.turn() : Turn.NONE);
        }

        /** The next answer takes its place. */
        private Uni<V> insteadOfUnreadable() {
            answers.unreadable(key);
            return look(SharedAnswers.NO_ANSWER);
        }
    }
}
