package dev.greengraph.cache;

import static dev.greengraph.cache.RepositoryFixture.CHAT;
import static dev.greengraph.cache.RepositoryFixture.CONFIG;
import static dev.greengraph.cache.RepositoryFixture.JUST;
import static dev.greengraph.cache.RepositoryFixture.SPACING;
import static dev.greengraph.cache.RepositoryFixture.caller;
import static dev.greengraph.cache.window.WindowFixture.row;
import static dev.greengraph.cache.window.WindowFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.window.WindowFixture;
import dev.greengraph.gate.GateState;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.MessageRow;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A single message: from a window that holds it, else by a call of its own. */
class SingleMessageTest {

    private static final Instant NOW = ManualClock.START;
    private static final MessageId ID = new MessageId("message-1");
    private static final MessageRow ROW = row(ID.value(), NOW.minusSeconds(60));
    private static final UpstreamFailure NOT_FOUND = Failures.messageNotFound(EndpointTable.GET_MESSAGE.endpoint());

    private final RepositoryFixture at = new RepositoryFixture();

    @Test
    void findsAMessageInAFreshIncomingWindowWithoutACall() {
        caller(at.repository.incoming(1_440));
        at.upstream.answer(rows(ROW));
        at.clock.advance(CONFIG.messages().freshFor());

        message().assertItem(Optional.of(ROW));
        assertEquals(List.of("incoming mine 1440"), at.upstream.made());
    }

    @Test
    void findsAMessageInAFreshOutgoingWindowWithoutACall() {
        caller(at.repository.outgoing(43_200));
        at.upstream.answer(rows(ROW));

        message().assertItem(Optional.of(ROW));
    }

    @Test
    void findsAMessageInAFreshHistoryWithoutACall() {
        caller(at.repository.history(CHAT, 500));
        at.upstream.answer(rows(ROW));
        at.clock.advance(CONFIG.history().freshFor());

        message().assertItem(Optional.of(ROW));
        assertEquals(List.of("history mine 500"), at.upstream.made());
    }

    @Test
    void aRowIsBelievedAsLongAsASingleMessageAlsoFromAStaleWindow() {
        caller(at.repository.incoming(1_440));
        at.upstream.answer(rows(ROW));
        at.clock.advance(CONFIG.message().freshFor());

        message().assertItem(Optional.of(ROW));

        assertEquals(List.of("incoming mine 1440"), at.upstream.made());
    }

    /** What an answer shows of a message is the same wherever it shows it. */
    @Test
    void theNewestWindowThatHoldsAMessageAnswers() {
        caller(at.repository.incoming(1_440));
        at.upstream.answer(rows(ROW));
        at.clock.advance(JUST);
        MessageRow edited = row(ID.value(), NOW);
        caller(at.repository.history(CHAT, 100));
        at.upstream.answer(rows(edited));

        assertEquals(edited.timestamp(), message().getItem().orElseThrow().timestamp());
        assertEquals(2, at.upstream.made().size());
    }

    @Test
    void asksForAMessageWhoseRowIsTooOld() {
        caller(at.repository.incoming(1_440));
        at.upstream.answer(rows(ROW));
        at.clock.advance(CONFIG.message().freshFor().plus(JUST));

        message().assertNotTerminated();

        assertEquals(List.of("incoming mine 1440", "message mine message-1"), at.upstream.made());
    }

    @Test
    void aStaleRowIsBetterThanAFailure() {
        caller(at.repository.incoming(1_440));
        at.upstream.answer(rows(ROW));
        at.clock.advance(CONFIG.messages().staleFor());

        UniAssertSubscriber<Optional<MessageRow>> asked = message();
        at.upstream.fail(Failures.unavailable(EndpointTable.GET_MESSAGE.endpoint()));
        asked.assertItem(Optional.of(ROW));
        at.clock.advance(JUST);

        UniAssertSubscriber<Optional<MessageRow>> afterStale = message();
        at.clock.advance(SPACING);
        at.upstream.fail(Failures.unavailable(EndpointTable.GET_MESSAGE.endpoint()));
        afterStale.assertFailed();
        assertEquals(
                1,
                at.upstream.made().stream().filter("incoming mine 1440"::equals).count());
    }

    @Test
    void aStaleRowIsBetterThanNoTurn() {
        caller(at.repository.incoming(1_440));
        at.upstream.answer(rows(ROW));
        at.clock.advance(CONFIG.messages().freshFor().plus(JUST));
        caller(at.repository.message(CHAT, new MessageId("other")));
        at.upstream.fail(Failures.quotaExceeded(EndpointTable.GET_MESSAGE.endpoint()));

        message().assertItem(Optional.of(ROW));
    }

    @Test
    void asksForAMessageThatAWindowHasInAnotherChat() {
        caller(at.repository.incoming(1_440));
        at.upstream.answer(rows(ROW));

        caller(at.repository.message(new ChatId(WindowFixture.OTHER_CHAT), ID)).assertNotTerminated();
    }

    @Test
    void believesASingleMessageWhileItIsFresh() {
        message();
        at.upstream.answer(ROW);
        at.clock.advance(CONFIG.message().freshFor());

        message().assertItem(Optional.of(ROW));
        assertEquals(1, at.upstream.made().size());
        at.clock.advance(JUST);
        message().assertItem(Optional.of(ROW));
        assertEquals(2, at.upstream.made().size());
    }

    @Test
    void aSingleMessageWeighsWhatItIs() {
        message();
        at.upstream.answer(ROW);

        QuestionKey key = new QuestionKey(
                new AccountId("mine"), EndpointTable.GET_MESSAGE.endpoint(), List.of(CHAT.value(), ID.value()));
        assertEquals(
                2 * RepositoryFixture.MESSAGE_BYTES,
                Objects.requireNonNull(at.store.find(key).answer()).bytes());
    }

    @Test
    void remembersNotFoundForTenSecondsThenAsksAgain() {
        UniAssertSubscriber<Optional<MessageRow>> first = message();
        at.upstream.fail(NOT_FOUND);
        first.assertItem(Optional.empty());

        at.clock.advance(Duration.ofSeconds(10).minus(JUST));
        message().assertItem(Optional.empty());
        at.clock.advance(JUST);
        message().assertItem(Optional.empty());
        at.clock.advance(JUST);
        UniAssertSubscriber<Optional<MessageRow>> later = message();
        later.assertNotTerminated();
        at.upstream.answer(ROW);

        later.assertItem(Optional.of(ROW));
        assertEquals(2, at.upstream.made().size());
    }

    @Test
    void notFoundIsAnAnswerOfTheUpstreamNotAFailure() {
        message();
        at.upstream.fail(NOT_FOUND);

        GateState state =
                at.repository.endpoints().get(EndpointTable.ALL.indexOf(EndpointTable.GET_MESSAGE.endpoint()));
        assertEquals(NOW, state.lastAnswerAt());
        assertEquals(null, state.lastFailure());
    }

    @Test
    void anotherFailureOfAMessageIsNotRemembered() {
        UpstreamFailure failure = Failures.timedOut(EndpointTable.GET_MESSAGE.endpoint());
        UniAssertSubscriber<Optional<MessageRow>> first = message();
        at.upstream.fail(failure);
        assertSame(failure, first.getFailure());
        at.clock.advance(SPACING);

        message();

        assertEquals(2, at.upstream.made().size());
    }

    private UniAssertSubscriber<Optional<MessageRow>> message() {
        return caller(at.repository.message(CHAT, ID));
    }
}
