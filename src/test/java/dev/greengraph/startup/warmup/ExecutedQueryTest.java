package dev.greengraph.startup.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.greengraph.cache.ReadLog;
import dev.greengraph.cache.RequestContext;
import dev.greengraph.cache.question.CallTally;
import dev.greengraph.gate.turn.Requester;
import dev.greengraph.runtime.VertxRequestContext;
import graphql.ExecutionResult;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an executed query of a hundred messages with eight fields may cost at most; counted, not timed. */
@QuarkusTest
@TestProfile(WarmUpProfile.class)
class ExecutedQueryTest {

    /** Of questions in the cache, and of answers that were served. */
    private static final int MOST_LOOKS = 4;

    private static final long MOST_BYTES_OF_ROW = 3_500;

    private static final int ROWS = 100;
    private static final int PLAYS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String QUERY = "{ account { chat(chatId: \"" + MemoryUpstream.CHAT + "\") { history(first: "
            + ROWS + ") { nodes { id messageId sentAt direction type text deliveryStatus isEdited } } } } }";

    private final CountingContext context = new CountingContext();

    @Inject
    Stage stage;

    @Inject
    StageAccount account;

    @Inject
    WarmUp warmUp;

    @BeforeEach
    void openAndRead() {
        warmUp.stop(null);
        account.open(context);
        play();
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void looksUpFewQuestions() {
        context.looks.set(0);

        play();

        int looks = context.looks.get();
        assertTrue(looks >= 1 && looks <= MOST_LOOKS, () -> looks + " look-ups");
    }

    @Test
    void allocatesLittleForARow() {
        repeat();
        long before = allocated();

        repeat();

        long ofRow = (allocated() - before) / (PLAYS * ROWS);
        assertTrue(ofRow >= 1 && ofRow <= MOST_BYTES_OF_ROW, () -> ofRow + " bytes a row");
    }

    private void repeat() {
        for (int i = 0; i < PLAYS; i++) {
            play();
        }
    }

    private void play() {
        ExecutionResult result = stage.play(QUERY).await().atMost(PATIENCE);
        assertEquals(List.of(), result.getErrors());
    }

    /** By all threads that are there; others than the event loop do nothing meanwhile. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** Counts what the cache does for a request: it asks for the log each time. */
    private static final class CountingContext implements RequestContext {

        private final RequestContext context = new VertxRequestContext();
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public Requester requester() {
            return context.requester();
        }

        @Override
        public void runDetached(Runnable shared) {
            context.runDetached(shared);
        }

        @Override
        public Executor executor() {
            return context.executor();
        }

        @Override
        public Optional<CallTally> tally() {
            return context.tally();
        }

        @Override
        public Optional<ReadLog> reads() {
            looks.incrementAndGet();
            return context.reads();
        }
    }
}
