package dev.greengraph.upstream.call;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;

/**
 * The threads on which answers are read, never event loops: thousands of entries take long. Large answers are read one after
 * the other, since reading takes several times their size in memory.
 */
@ApplicationScoped
class AnswerReaders {

    private static final long LARGE = 256 << 10;

    private final WorkerExecutor alone;

    AnswerReaders(Vertx vertx) {
        alone = vertx.createSharedWorkerExecutor("upstream-large-answers", 1);
    }

    /** Where to read an answer of so many bytes. */
    Executor of(long bytes) {
        return bytes > LARGE ? oneByOne() : Infrastructure.getDefaultWorkerPool();
    }

    /** Where to read an answer whose size is not known yet. */
    Executor oneByOne() {
        return this::readAlone;
    }

    private void readAlone(Runnable reading) {
        alone.executeBlocking(() -> {
            reading.run();
            return null;
        });
    }
}
