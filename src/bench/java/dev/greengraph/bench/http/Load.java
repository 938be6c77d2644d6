package dev.greengraph.bench.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Sends requests over kept connections: closed, each connection asks again when it has its answer; or at a given rate. */
final class Load implements AutoCloseable {

    /** What a caller waits for at most; a later answer is none. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Vertx vertx = Vertx.vertx();
    private final Predicate<Buffer> right;

    /** @param right whether the body of an answer with the right status is what was wanted */
    Load(Predicate<Buffer> right) {
        this.right = right;
    }

    /** As fast as that many connections can; the question is made from a running number. */
    Outcome closed(int connections, Duration time, IntFunction<Question> questions) {
        Outcome outcome = new Outcome(time);
        HttpClient client = client(connections);
        AtomicInteger next = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(connections);
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < connections; i++) {
            vertx.runOnContext(started -> askAgain(client, questions, next, outcome, end, ended));
        }
        await(ended);
        client.close();
        return outcome;
    }

    private void askAgain(
            HttpClient client,
            IntFunction<Question> questions,
            AtomicInteger next,
            Outcome outcome,
            long end,
            CountDownLatch ended) {
        if (System.nanoTime() > end) {
            ended.countDown();
            return;
        }
        ask(client, questions.apply(next.getAndIncrement()), outcome)
                .onComplete(answered -> askAgain(client, questions, next, outcome, end, ended));
    }

    /** At that rate, whatever comes back; what is due while all callers wait for answers is not sent. */
    Outcome open(int perSecond, int connections, Duration time, Question question) {
        Outcome outcome = new Outcome(time);
        HttpClient client = client(connections);
        AtomicInteger open = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        long start = System.nanoTime();
        int[] sent = {0};
        vertx.setPeriodic(1, tick -> {
            long elapsed = System.nanoTime() - start;
            if (elapsed >= time.toNanos()) {
                vertx.cancelTimer(tick);
                vertx.setTimer(2 * PATIENCE.toMillis(), late -> ended.countDown());
                return;
            }
            for (long due = elapsed * perSecond / 1_000_000_000L; sent[0] < due; sent[0]++) {
                if (open.get() >= connections) {
                    outcome.unsent.incrementAndGet();
                } else {
                    open.incrementAndGet();
                    ask(client, question, outcome).onComplete(answered -> open.decrementAndGet());
                }
            }
        });
        await(ended);
        client.close();
        return outcome;
    }

    private Future<Void> ask(HttpClient client, Question question, Outcome outcome) {
        long asked = System.nanoTime();
        RequestOptions options = question.options().setTimeout(5 * PATIENCE.toMillis());
        return client.request(options)
                .compose(request -> send(request, question.body()))
                .compose(answer -> answer.body()
                        .onSuccess(body -> outcome.count(question, answer.statusCode(), body, asked, right)))
                .onFailure(failure -> outcome.failed.incrementAndGet())
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Buffer body) {
        return body.length() == 0 ? request.send() : request.send(body);
    }

    private HttpClient client(int connections) {
        return vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(connections).setMaxWaitQueueSize(connections));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
