package dev.greengraph.cache.shared;

import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.failure.NegativeAnswer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One call of this replica, whose answer is for all. A call that is sent a second time is answered by the last. */
public final class SharedCall<K> {

    private final SharedAnswers<K> answers;
    private final K key;
    private final Turn turn;
    private volatile byte @Nullable [] body;

    /** A call in that turn. */
    public SharedCall(SharedAnswers<K> answers, K key, Turn turn) {
        this.answers = answers;
        this.key = key;
        this.turn = turn;
    }

    /** Hears what the call is answered, and hands everything on. */
    public CallListener listener(CallListener next) {
        return new CallListener() {
            @Override
            public boolean mayBeSent() {
                return next.mayBeSent();
            }

            @Override
            public void sent() {
                next.sent();
            }

            @Override
            public void allowed(double callsPerSecond) {
                next.allowed(callsPerSecond);
            }

            @Override
            public void answered(byte[] answer) {
                body = answer;
                next.answered(answer);
            }
        };
    }

    /** It was answered; an answer without a body is a message that the upstream does not know. */
    public void answered(Instant now, Duration expiresIn) {
        byte[] bytes = body;
        SharedAnswer answer = bytes == null
                ? new SharedAnswer.Negative(NegativeAnswer.MESSAGE_NOT_FOUND)
                : new SharedAnswer.Body(bytes);
        answers.keep(key, turn, answer, now, expiresIn);
    }

    /** It failed: what the upstream does not have is an answer, too. */
    public void failed(Throwable failure, Instant now, Duration expiresIn) {
        NegativeAnswer.of(failure)
                .ifPresentOrElse(
                        what -> answers.keep(key, turn, new SharedAnswer.Negative(what), now, expiresIn),
                        () -> answers.giveBack(key, turn));
    }
}
