package dev.greengraph.bench.http;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What came back. */
final class Outcome {

    private final Duration time;
    private final long end;
    /** The right status with the right body, within the caller's patience, before the time was over. */
    final AtomicInteger good = new AtomicInteger();

    final AtomicInteger late = new AtomicInteger();
    /** The right status with another body. */
    final AtomicInteger wrong = new AtomicInteger();

    final AtomicInteger overloaded = new AtomicInteger();
    final AtomicInteger otherStatus = new AtomicInteger();
    /** As good, but when the time was over: no part of what was reached within it. */
    final AtomicInteger afterwards = new AtomicInteger();
    /** No answer. */
    final AtomicInteger failed = new AtomicInteger();
    /** Due, but all callers waited. */
    final AtomicInteger unsent = new AtomicInteger();

    Outcome(Duration time) {
        this.time = time;
        this.end = System.nanoTime() + time.toNanos();
    }

    void count(Question question, int status, Buffer body, long askedNanos, Predicate<Buffer> right) {
        long now = System.nanoTime();
        if (status == 503) {
            overloaded.incrementAndGet();
        } else if (status != question.status()) {
            otherStatus.incrementAndGet();
        } else if (!right.test(body)) {
            wrong.incrementAndGet();
        } else if (now - askedNanos > Load.PATIENCE.toNanos()) {
            late.incrementAndGet();
        } else if (now > end) {
            afterwards.incrementAndGet();
        } else {
            good.incrementAndGet();
        }
    }

    int answered() {
        return good.get() + late.get();
    }

    double goodPerSecond() {
        return good.get() * 1_000.0 / time.toMillis();
    }

    @Override
    public String toString() {
        return "%.0f good answers a second (late %d, 503 %d, no answer %d, other %d, wrong %d, not sent %d)"
                .formatted(
                        goodPerSecond(),
                        late.get(),
                        overloaded.get(),
                        failed.get(),
                        otherStatus.get(),
                        wrong.get(),
                        unsent.get());
    }
}
