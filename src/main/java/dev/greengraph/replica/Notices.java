package dev.greengraph.replica;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greengraph.cache.question.QuestionKey;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * What replicas tell each other of their calls. Who waits for the end of another's call goes on with it, and what is held of
 * an older answer is served no more if the newer one can be had. A notice may be lost: nothing depends on it but how soon that happens.
 */
final class Notices implements Scripts.Listener {

    /** A call has ended with an answer. */
    static final String ANSWERED = "answered";
    /** A call has ended without one. */
    static final String GIVEN_BACK = "given-back";

    /** More questions than these are not held by any replica for long. */
    private static final int MOST_KNOWN = 10_000;

    private final String replica;
    private final Cache<String, QuestionKey> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .executor(Runnable::run)
            .build();
    private final ConcurrentMap<String, CompletableFuture<Void>> expected = new ConcurrentHashMap<>();
    private volatile Consumer<QuestionKey> onNewer = question -> {};

    /** @param replica the name of this one */
    Notices(String replica) {
        this.replica = replica;
    }

    /** From now on {@code superseded} is called with each question that another replica has a newer answer to. */
    void onNewer(Consumer<QuestionKey> superseded) {
        onNewer = superseded;
    }

    /** The notice that a call for the answer of that name has ended. */
    String of(String how, String answer) {
        return replica + " " + how + " " + answer;
    }

    /** From now on a notice about that answer is heard. */
    Expected expect(String answer, QuestionKey question) {
        known.put(answer, question);
        return new Expected(answer, expected.computeIfAbsent(answer, name -> new CompletableFuture<>()));
    }

    /** The next notice about one answer; all who expect it share it. */
    final class Expected {

        private final String answer;
        private final CompletableFuture<Void> heard;

        private Expected(String answer, CompletableFuture<Void> heard) {
            this.answer = answer;
            this.heard = heard;
        }

        /** The notice, or what comes in its place. */
        Uni<Void> or(Uni<Void> otherwise) {
            return Uni.combine()
                    .any()
                    .of(Uni.createFrom().completionStage(() -> heard.copy()), otherwise)
                    .onTermination()
                    .invoke(this::forget);
        }

        /** Nobody waits for it. */
        void forget() {
            expected.remove(answer, heard);
        }
    }

    @Override
    public void hear(String notice) {
        String[] parts = notice.split(" ", 4); // a later version may say more
        if (parts.length < 3) {
            return;
        }
        QuestionKey question = known.getIfPresent(parts[2]);
        if (question != null && parts[1].equals(ANSWERED) && !parts[0].equals(replica)) {
            onNewer.accept(question);
        }
        CompletableFuture<Void> waiting = expected.remove(parts[2]);
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    /** No notice will come: who waits looks again, and finds that it is alone. */
    @Override
    public void lost() {
        expected.values().forEach(waiting -> waiting.complete(null));
        expected.clear();
    }
}
