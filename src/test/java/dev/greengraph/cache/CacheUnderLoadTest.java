package dev.greengraph.cache;

import static dev.greengraph.cache.RepositoryFixture.CHAT;
import static dev.greengraph.cache.RepositoryFixture.CONFIG;
import static dev.greengraph.cache.RepositoryFixture.caller;
import static dev.greengraph.cache.window.WindowFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.freshness.StaleCause;
import dev.greengraph.cache.freshness.StaleCause.StaleReason;
import dev.greengraph.cache.window.Window;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Hundreds of queries a second for a minute, every answer looked at, while the upstream does well, fails or hangs. */
class CacheUnderLoadTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration CALL = Duration.ofMillis(150);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final UpstreamFailure DOWN = Failures.unavailable(EndpointTable.LAST_INCOMING_MESSAGES.endpoint());
    private static final UpstreamFailure TIMED_OUT = Failures.timedOut(EndpointTable.LAST_INCOMING_MESSAGES.endpoint());

    private final RepositoryFixture at = new RepositoryFixture();
    private final Set<String> onTheWay = new HashSet<>();

    private Reading<Window> last;
    private int unanswered;

    @Test
    void anAnswerThatExpiresCostsOneCall() {
        query(500, MINUTE, () -> at.repository.incoming(1_440), this::answer);

        Duration life = CONFIG.messages().freshFor().plus(CALL);
        assertEquals(1 + MINUTE.toMillis() / life.toMillis(), at.upstream.made().size());
    }

    @Test
    void anOutageIsAnsweredStaleAndOverWithinFiveSeconds() {
        query(200, TIMEOUT, () -> at.repository.both(1_440), this::answer);
        Instant lastAnswer = last.freshness().fetchedAt();
        unanswered = 0;

        query(200, MINUTE, () -> at.repository.both(1_440), fail(CALL, DOWN));

        assertEquals(new AnswerAge(lastAnswer, StaleCause.failed(DOWN)), last.freshness());
        query(200, Duration.ofSeconds(5), () -> at.repository.both(1_440), this::answer);
        assertTrue(last.freshness().isFresh(), () -> last.freshness().toString());
        assertEquals(0, unanswered);
    }

    @Test
    void anUpstreamThatHangsKeepsNobodyWaiting() {
        query(200, TIMEOUT, () -> at.repository.incoming(1_440), this::answer);
        unanswered = 0;

        query(200, MINUTE, () -> at.repository.incoming(1_440), fail(TIMEOUT, TIMED_OUT));

        assertEquals(0, unanswered);
        assertEquals(StaleReason.UPSTREAM_FAILED, last.freshness().staleBecause());
    }

    @Test
    void anEndpointThatHangsLeavesTheOthersAlone() {
        UniAssertSubscriber<Reading<Window>> hangs = caller(at.repository.history(CHAT, 100));
        onTheWay.addAll(at.upstream.open());

        query(200, MINUTE, () -> at.repository.outgoing(1_440), this::answer);

        hangs.assertNotTerminated();
        Duration life = CONFIG.messages().freshFor().plus(CALL);
        assertEquals(2 + MINUTE.toMillis() / life.toMillis(), at.upstream.made().size());
    }

    /** One query after the other, with time passing between them; what is older than it may be must say so. */
    private void query(
            int perSecond, Duration time, Supplier<Lookup<Reading<Window>>> query, Consumer<String> upstream) {
        Instant end = at.clock.instant().plus(time);
        while (at.clock.instant().isBefore(end)) {
            look(caller(query.get()));
            at.upstream.open().stream().filter(onTheWay::add).forEach(upstream);
            assertEquals(
                    Set.copyOf(at.upstream.open()).size(), at.upstream.open().size());
            at.clock.advance(Duration.ofSeconds(1).dividedBy(perSecond));
        }
    }

    private void look(UniAssertSubscriber<Reading<Window>> caller) {
        Optional.ofNullable(caller.getItem()).ifPresentOrElse(this::look, () -> unanswered++);
    }

    private void look(Reading<Window> answer) {
        last = answer;
        Duration age = Duration.between(answer.freshness().fetchedAt(), at.clock.instant());
        assertEquals(
                age.compareTo(CONFIG.messages().freshFor()) <= 0,
                answer.freshness().isFresh(),
                age::toString);
    }

    private void answer(String call) {
        end(CALL, call, () -> at.upstream.answer(call, rows()));
    }

    private Consumer<String> fail(Duration after, UpstreamFailure failure) {
        return call -> end(after, call, () -> at.upstream.fail(call, failure));
    }

    private void end(Duration after, String call, Runnable end) {
        at.delay.of(after).subscribe().with(now -> {
            onTheWay.remove(call);
            end.run();
        });
    }
}
