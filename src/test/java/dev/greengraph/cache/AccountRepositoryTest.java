package dev.greengraph.cache;

import static dev.greengraph.cache.RepositoryFixture.CHAT;
import static dev.greengraph.cache.RepositoryFixture.CONFIG;
import static dev.greengraph.cache.RepositoryFixture.JUST;
import static dev.greengraph.cache.RepositoryFixture.SPACING;
import static dev.greengraph.cache.RepositoryFixture.caller;
import static dev.greengraph.cache.window.WindowFixture.ids;
import static dev.greengraph.cache.window.WindowFixture.row;
import static dev.greengraph.cache.window.WindowFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.account.Messenger;
import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.freshness.StaleCause;
import dev.greengraph.cache.window.Window;
import dev.greengraph.gate.GateState;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.MessageRow;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both directions together, names, and several accounts. */
class AccountRepositoryTest {

    private static final Instant NOW = ManualClock.START;
    private static final MessageId ID = new MessageId("message-1");
    private static final MessageRow ROW = row(ID.value(), NOW.minusSeconds(60));

    private final RepositoryFixture at = new RepositoryFixture();

    @Test
    void bothDirectionsAreAskedAtOnce() {
        UniAssertSubscriber<Reading<Window>> caller = caller(at.repository.both(1_440));

        assertEquals(List.of("incoming mine 1440", "outgoing mine 1440"), at.upstream.open());
        at.upstream.answer("outgoing mine 1440", rows(row("sent", NOW)));
        caller.assertNotTerminated();
        at.upstream.answer("incoming mine 1440", rows(row("received", NOW.minusSeconds(1))));
        assertEquals(List.of("sent", "received"), ids(caller.getItem().value()));
    }

    @Test
    void bothAreCutBackToTheMinutesAskedFor() {
        UniAssertSubscriber<Reading<Window>> caller = caller(at.repository.both(10));
        at.upstream.answer(rows(row("10", NOW.minusSeconds(600)), row("received before", NOW.minusSeconds(601))));
        at.upstream.answer(rows(row("9", NOW.minusSeconds(540)), row("sent before", NOW.minusSeconds(601))));

        assertEquals(List.of("9", "10"), ids(caller.getItem().value()));
    }

    @Test
    void bothAreMergedOnceForAllMinutesOfOneSize() {
        caller(at.repository.both(1_440));
        at.upstream.answer(rows(ROW, row("old", NOW.minus(Duration.ofHours(20)))));
        at.upstream.answer(rows());

        caller(at.repository.both(60)).getItem().value();

        assertSame(
                caller(at.repository.both(1_440)).getItem().value(),
                caller(at.repository.both(1_400)).getItem().value());
    }

    @Test
    void bothAreAsOldAsTheOlderAndStaleIfOneIs() {
        caller(at.repository.incoming(1_440));
        at.upstream.answer(rows());
        at.clock.advance(CONFIG.messages().freshFor().plus(JUST));
        caller(at.repository.outgoing(1_440));
        at.upstream.answer(rows());

        UniAssertSubscriber<Reading<Window>> caller = caller(at.repository.both(1_440));

        assertEquals(
                new AnswerAge(NOW, StaleCause.REVALIDATING, true),
                caller.getItem().freshness());
    }

    @Test
    void bothFailIfOneDoes() {
        UpstreamFailure failure = Failures.timedOut(EndpointTable.LAST_INCOMING_MESSAGES.endpoint());
        UniAssertSubscriber<Reading<Window>> caller = caller(at.repository.both(60));

        at.upstream.fail(failure);

        assertSame(failure, caller.getFailure());
        at.upstream.answer("outgoing mine 60", rows());
        caller(at.repository.outgoing(60)).assertCompleted();
    }

    @Test
    void namesComeFromTheNewestIncomingWindowFirst() {
        caller(at.repository.incoming(60));
        at.upstream.answer(rows(row("small", NOW)));
        at.clock.advance(SPACING);
        caller(at.repository.incoming(10_080));
        at.upstream.answer(rows(row("large", NOW)));
        at.clock.advance(CONFIG.messages().staleFor().minus(SPACING));

        UniAssertSubscriber<List<Window>> caller = caller(at.repository.names());

        assertEquals(
                List.of(List.of("large"), List.of("small")),
                caller.getItem().stream().map(window -> ids(window)).toList());
        assertEquals(List.of("incoming mine 60", "incoming mine 10080"), at.upstream.made());
    }

    @Test
    void namesWaitForWhatIsOnItsWay() {
        caller(at.repository.both(60));

        UniAssertSubscriber<List<Window>> names = caller(at.repository.names());
        at.upstream.answer("incoming mine 60", rows(ROW));

        assertEquals(1, names.getItem().size());
        assertEquals(List.of("incoming mine 60", "outgoing mine 60"), at.upstream.made());
    }

    @Test
    void namesAskForADayIfNoneIsHeld() {
        caller(at.repository.names());

        assertEquals(List.of("incoming mine 1440"), at.upstream.made());
    }

    @Test
    void twoAccountsNeverShareAnAnswerNorACallNorATurn() {
        AccountRepository yours = at.repository("yours");
        caller(at.repository.history(CHAT, 100));
        UniAssertSubscriber<Reading<Window>> other = caller(yours.history(CHAT, 100));
        at.upstream.answer("history mine 100", rows(ROW));

        other.assertNotTerminated();
        caller(yours.message(CHAT, ID)).assertNotTerminated();

        assertEquals(List.of("history mine 100", "history yours 100", "message yours message-1"), at.upstream.made());
    }

    @Test
    void tellsTheStateOfEachEndpointInTheirOrder() {
        caller(at.repository.history(CHAT, 100));

        List<GateState> states = at.repository.endpoints();

        assertEquals(EndpointTable.ALL, states.stream().map(GateState::endpoint).toList());
        assertEquals(
                List.of(EndpointTable.GET_CHAT_HISTORY.endpoint()),
                states.stream()
                        .filter(state -> state.available() == 0)
                        .map(GateState::endpoint)
                        .toList());
        assertEquals(
                EndpointTable.ALL.stream()
                        .map(endpoint -> (double) endpoint.callsPerSecond(Messenger.WHATSAPP))
                        .toList(),
                states.stream().map(GateState::callsPerSecond).toList());
    }
}
