package dev.greengraph.cache;

import static dev.greengraph.cache.RepositoryFixture.CHAT;
import static dev.greengraph.cache.RepositoryFixture.CONFIG;
import static dev.greengraph.cache.RepositoryFixture.caller;
import static dev.greengraph.cache.window.WindowFixture.row;
import static dev.greengraph.cache.window.WindowFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.cache.window.Window;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.row.MessageRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read once is read again from memory only while the cache would give the same. */
class RepeatableReadsTest {

    private static final int STEPS = 4_000;
    private static final MessageId MESSAGE = new MessageId("message-1");

    private static final List<Function<AccountRepository, Lookup<?>>> REQUESTS = List.of(
            journal -> journal.incoming(10).map(RepeatableReadsTest::text),
            journal -> journal.incoming(1_440).map(RepeatableReadsTest::text),
            journal -> journal.both(60).map(RepeatableReadsTest::text),
            journal -> journal.history(CHAT, 100).map(RepeatableReadsTest::text),
            journal -> journal.history(CHAT, 500).map(RepeatableReadsTest::text),
            journal -> journal.names()
                    .map(windows -> windows.stream().map(Window::rows).toList()),
            journal -> journal.message(CHAT, MESSAGE),
            journal -> journal.statuses(60).map(RepeatableReadsTest::text),
            journal -> journal.both(60).chain(first -> journal.names().map(names -> text(first) + names.size())));

    private static final List<Duration> MOMENTS = List.of(
            Duration.ZERO,
            Duration.ofMillis(1),
            Duration.ofSeconds(1),
            CONFIG.messages().freshFor(),
            CONFIG.message().freshFor(),
            CONFIG.history().freshFor(),
            CONFIG.messages().staleFor(),
            CONFIG.notFoundFor());

    private final Logged context = new Logged();
    private final RepositoryFixture at = new RepositoryFixture(context);

    /** A repository that reads again from memory answers what its twin does that reads everything anew. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersWhatReadingAnewWould(long seed) {
        Random random = new Random(seed);
        RepositoryFixture twin = new RepositoryFixture(RequestContext.NONE);
        Map<Integer, RepeatableReads> known = new HashMap<>();
        Map<Integer, Object> answers = new HashMap<>();
        int again = 0;
        for (int step = 0; step < STEPS; step++) {
            int request = random.nextInt(REQUESTS.size());
            Object expected = now(REQUESTS.get(request).apply(twin.repository));
            RepeatableReads reads = known.get(request);
            if (reads != null && at.cache.serveAgain(reads)) {
                assertEquals(expected, answers.get(request));
                again++;
            } else {
                context.log = Optional.of(new ReadLog());
                Object answer = now(REQUESTS.get(request).apply(at.repository));
                assertEquals(expected, answer);
                known.remove(request);
                if (answer != null) {
                    context.log.flatMap(ReadLog::reads).ifPresent(repeatable -> known.put(request, repeatable));
                    answers.put(request, answer);
                }
                context.log = Optional.empty();
            }
            assertEquals(twin.upstream.made(), at.upstream.made());
            play(random, twin);
        }
        assertTrue(again > STEPS / 10, "only " + again + " from memory");
    }

    @Test
    void countsWhatIsServedAgain() {
        context.log = Optional.of(new ReadLog());
        caller(at.repository.incoming(60));
        at.upstream.answer(rows(row("1", ManualClock.START)));
        context.log = Optional.of(new ReadLog());
        caller(at.repository.incoming(60)).assertCompleted();

        assertTrue(at.cache.serveAgain(context.log.flatMap(ReadLog::reads).orElseThrow()));

        assertEquals(
                2.0,
                at.registry
                        .get("greengraph.cache.reads")
                        .tag("freshness", "fresh")
                        .counter()
                        .count());
    }

    @Test
    void aCallIsNotServedAgain() {
        context.log = Optional.of(new ReadLog());
        caller(at.repository.incoming(60));
        at.upstream.answer(rows(row("1", ManualClock.START)));

        assertEquals(Optional.empty(), context.log.flatMap(ReadLog::reads));
    }

    @Test
    void theStateOfAnEndpointIsNotServedAgain() {
        context.log = Optional.of(new ReadLog());
        at.repository.endpoint(EndpointTable.GET_MESSAGE.endpoint());

        assertEquals(Optional.empty(), context.log.flatMap(ReadLog::reads));
    }

    private void play(Random random, RepositoryFixture twin) {
        while (!at.upstream.open().isEmpty() && random.nextInt(3) > 0) {
            String call = at.upstream.open().get(0);
            if (random.nextInt(6) == 0) {
                at.upstream.fail(call, Failures.chatNotFound(EndpointTable.GET_CHAT_HISTORY.endpoint()));
                twin.upstream.fail(call, Failures.chatNotFound(EndpointTable.GET_CHAT_HISTORY.endpoint()));
            } else {
                MessageRow row =
                        row("message-" + random.nextInt(3), at.clock.instant().minusSeconds(random.nextInt(5_000)));
                Object answer = call.startsWith("message") ? row : rows(row);
                at.upstream.answer(call, answer);
                twin.upstream.answer(call, answer);
            }
        }
        if (random.nextInt(3) == 0) {
            Duration step = MOMENTS.get(random.nextInt(MOMENTS.size())).plusMillis(random.nextInt(2));
            at.clock.advance(step);
            twin.clock.advance(step);
        }
    }

    /** The answer if it is there at once. */
    private static Object now(Lookup<?> answer) {
        return caller(answer).getItem();
    }

    private static String text(Reading<Window> reading) {
        return reading.value().rows() + " " + reading.freshness();
    }

    /** A request whose reads are logged. */
    private static final class Logged extends RequestContext.None {

        private Optional<ReadLog> log = Optional.empty();

        @Override
        public void runDetached(Runnable shared) {
            Optional<ReadLog> ofRequest = log;
            log = Optional.empty();
            shared.run();
            log = ofRequest;
        }

        @Override
        public Optional<ReadLog> reads() {
            return log;
        }
    }
}
