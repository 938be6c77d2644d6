package dev.greengraph.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many threads join, leave and end a few questions at once; what each of them saw is checked. */
class SingleFlightStressTest {

    private static final int THREADS = 8;
    private static final int JOINS = 4_000;
    private static final int QUESTIONS = 3;

    private final SingleFlight flights = new SingleFlight(RequestContext.NONE, key -> {});
    private final ExecutorService callers = Executors.newFixedThreadPool(THREADS);
    private final ExecutorService upstream = Executors.newFixedThreadPool(2);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final List<Played> questions =
            IntStream.range(0, QUESTIONS).mapToObj(Played::new).toList();

    @AfterEach
    void endThreads() {
        callers.shutdownNow();
        upstream.shutdownNow();
    }

    @Test
    void oneCallAtATimeAndNobodyWithoutAnAnswer() throws InterruptedException {
        int patient =
                IntStream.range(0, JOINS).map(join -> leaves(join) ? 0 : 1).sum();
        CountDownLatch answers = new CountDownLatch(THREADS * patient);
        // The context propagation in Mutiny starts with its first use and bears no two threads there; Quarkus starts it
        // early.
        questions.get(0).join(false, new CountDownLatch(1));
        CountDownLatch start = new CountDownLatch(1);
        for (int thread = 0; thread < THREADS; thread++) {
            callers.execute(() -> {
                awaitUninterrupted(start);
                IntStream.range(0, JOINS)
                        .forEach(join -> questions.get(join % QUESTIONS).join(leaves(join), answers));
            });
        }

        start.countDown();

        assertTrue(answers.await(30, TimeUnit.SECONDS), () -> answers.getCount() + " callers without an answer");
        assertEquals(List.of(), List.copyOf(wrong));
    }

    private static boolean leaves(int join) {
        return join % 7 == 0;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One question: its calls are numbered, every fifth fails. */
    private final class Played {

        private final QuestionKey key;
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();

        Played(int number) {
            this.key = new QuestionKey(
                    new AccountId("mine"), EndpointTable.GET_MESSAGE.endpoint(), List.of(String.valueOf(number)));
        }

        void join(boolean leaves, CountDownLatch answers) {
            int endedBefore = ended.get();
            Cancellable waiting = flights.join(key, wanted -> call())
                    .subscribe()
                    .with(call -> check(call, endedBefore, leaves, answers), failure -> {
                        if (!(failure instanceof UpstreamFailure)) {
                            wrong.add("another failure than the upstream's: " + failure);
                        }
                        check(null, endedBefore, leaves, answers);
                    });
            if (leaves) {
                waiting.cancel();
            }
        }

        private void check(Integer call, int endedBefore, boolean leaves, CountDownLatch answers) {
            if (call != null && call <= endedBefore) {
                wrong.add("joined after call " + endedBefore + " ended, answered by call " + call);
            }
            if (!leaves) {
                answers.countDown();
            }
        }

        private Uni<Integer> call() {
            return Uni.createFrom().emitter(answer -> {
                if (underWay.incrementAndGet() > 1) {
                    wrong.add("two calls at once");
                }
                int number = calls.incrementAndGet();
                upstream.execute(() -> end(number, answer));
            });
        }

        private void end(int number, UniEmitter<? super Integer> answer) {
            underWay.decrementAndGet();
            if (number % 5 == 0) {
                answer.fail(Failures.timedOut(EndpointTable.GET_MESSAGE.endpoint()));
            } else {
                answer.complete(number);
            }
            ended.accumulateAndGet(number, Math::max);
        }
    }
}
