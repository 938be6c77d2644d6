package dev.greengraph.cache.question;

import dev.greengraph.cache.store.Held;
import dev.greengraph.gate.UpstreamCall;
import java.time.Instant;
import java.util.Optional;

/** How the next answer is made of the last one and a smaller one. */
@FunctionalInterface
public interface Increment<V> {

    /** What is to be asked after that answer in place of the whole question; empty if that is to be asked. */
    Optional<Part<V>> after(Held<V> last, Instant now);

    /** The whole question, always. */
    static <V> Increment<V> none() {
        return (last, now) -> Optional.empty();
    }

    /**
     * A part of a question.
     *
     * @param window how much is asked for, as logged
     * @param call sends it; its answer is that to the whole question
     */
    record Part<V>(String window, UpstreamCall<V> call) {}
}
