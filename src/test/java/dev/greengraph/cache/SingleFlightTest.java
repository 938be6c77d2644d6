package dev.greengraph.cache;

import static dev.greengraph.gate.PendingCalls.caller;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private static final QuestionKey KEY = key("mine");
    private static final UpstreamFailure FAILURE = Failures.timedOut(EndpointTable.GET_MESSAGE.endpoint());

    private final SingleFlight flights = new SingleFlight(RequestContext.NONE, key -> {});
    private final PendingCalls upstream = new PendingCalls();

    @Test
    void concurrentCallersShareOneCall() {
        UniAssertSubscriber<String> first = caller(join("first"));
        UniAssertSubscriber<String> second = caller(join("second"));

        upstream.answer("answer");

        first.assertItem("answer");
        second.assertItem("answer");
        assertEquals(List.of("first"), upstream.made());
    }

    @Test
    void accountsNeverShare() {
        caller(join("mine"));
        UniAssertSubscriber<String> yours = caller(flights.join(key("yours"), wanted -> upstream.call("yours")));

        upstream.answer("mine", "secret");

        yours.assertNotTerminated();
        assertEquals(List.of("mine", "yours"), upstream.made());
    }

    @Test
    void whoComesAfterTheAnswerStartsAnotherCall() {
        caller(join("first"));
        upstream.answer("answer");

        caller(join("second"));

        assertEquals(List.of("first", "second"), upstream.made());
    }

    @Test
    void nothingIsAskedBeforeSomebodyWaits() {
        join("first");

        assertEquals(List.of(), upstream.made());
        assertFalse(flights.isFlying(KEY));
    }

    @Test
    void fliesFromTheFirstCallerToTheAnswer() {
        caller(join("first"));
        assertTrue(flights.isFlying(KEY));

        upstream.answer("answer");

        assertFalse(flights.isFlying(KEY));
    }

    @Test
    void whoLeavesCancelsNobodyElse() {
        UniAssertSubscriber<String> first = caller(join("first"));
        UniAssertSubscriber<String> second = caller(join("second"));

        first.cancel();
        upstream.answer("answer");

        second.assertItem("answer");
        first.assertNotTerminated();
    }

    @Test
    void theCallEndsAlsoWhenAllHaveLeft() {
        List<String> store = new ArrayList<>();
        Uni<String> join = flights.join(
                KEY, wanted -> upstream.<String>call("first").onItem().invoke(answer -> store.add(answer)));

        caller(join).cancel();
        assertTrue(flights.isFlying(KEY));
        upstream.answer("answer");

        assertEquals(List.of("answer"), store);
        assertFalse(flights.isFlying(KEY));
    }

    @Test
    void aFailureGoesToAllWhoWaitAsItIs() {
        UniAssertSubscriber<String> first = caller(join("first"));
        UniAssertSubscriber<String> second = caller(join("second"));

        upstream.fail(FAILURE);

        assertSame(FAILURE, first.getFailure());
        assertSame(FAILURE, second.getFailure());
    }

    @Test
    void aFailureIsForgotten() {
        caller(join("first"));
        upstream.fail(FAILURE);

        UniAssertSubscriber<String> second = caller(join("second"));
        upstream.answer("answer");

        second.assertItem("answer");
    }

    @Test
    void aLoadThatThrowsIsAFailureAndIsForgotten() {
        UniAssertSubscriber<String> first = caller(flights.join(KEY, wanted -> {
            throw FAILURE;
        }));

        assertSame(FAILURE, first.getFailure());
        assertFalse(flights.isFlying(KEY));
    }

    @Test
    void aLoadWithoutACallIsAFailureAndIsForgotten() {
        UniAssertSubscriber<String> first = caller(flights.join(KEY, wanted -> null));

        first.assertFailedWith(NullPointerException.class);
        assertFalse(flights.isFlying(KEY));
    }

    @Test
    void aLoadThatEndsAtOnceIsAnswered() {
        UniAssertSubscriber<String> first =
                caller(flights.join(KEY, wanted -> Uni.createFrom().item("answer")));

        first.assertItem("answer");
        assertFalse(flights.isFlying(KEY));
    }

    @Test
    void whoAsksAgainOnAFailureStartsAnotherCall() {
        UniAssertSubscriber<String> caller = caller(join("first").onFailure().recoverWithUni(() -> join("second")));

        upstream.fail(FAILURE);
        upstream.answer("answer");

        caller.assertItem("answer");
        assertEquals(List.of("first", "second"), upstream.made());
    }

    @Test
    void aLoadMayJoinAnotherQuestion() {
        QuestionKey inner = key("inner");
        UniAssertSubscriber<String> caller =
                caller(flights.join(KEY, wanted -> flights.join(inner, other -> upstream.<String>call("inner"))));

        upstream.answer("answer");

        caller.assertItem("answer");
        assertFalse(flights.isFlying(KEY));
        assertFalse(flights.isFlying(inner));
    }

    private Uni<String> join(String what) {
        return flights.join(KEY, wanted -> upstream.call(what));
    }

    private static QuestionKey key(String account) {
        return new QuestionKey(
                new AccountId(account), EndpointTable.GET_MESSAGE.endpoint(), List.of("chat", "message"));
    }
}
