package dev.greengraph.notification.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Messenger;
import dev.greengraph.account.Secret;
import dev.greengraph.cache.notified.SharedNotifications;
import dev.greengraph.gate.CallRecorder;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.Cooldown;
import dev.greengraph.gate.breaker.EndpointAvailability;
import dev.greengraph.gate.breaker.GateSettings;
import dev.greengraph.gate.budget.RateBudget;
import dev.greengraph.gate.shared.SharedBudget;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.testsupport.ManualDelay;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.AbortReason;
import dev.greengraph.upstream.failure.FailureTranslation;
import dev.greengraph.upstream.row.account.QueuedNotification;
import dev.greengraph.upstream.shape.Answered;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One account's queue, played call by call. */
class QueueReaderTest {

    private static final Account ACCOUNT = new Account(
            new AccountId("mine"),
            "7103000001",
            new Secret("secret"),
            URI.create("http://upstream.test"),
            Messenger.WHATSAPP);
    /** Longer than the space between two calls. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    private static final String RECEIVE = "receiveNotification";

    private final ManualClock clock = new ManualClock();
    private final ManualDelay delay = new ManualDelay(clock);
    private final Timing time = new Timing(clock, delay::of);
    private final PendingCalls upstream = new PendingCalls();
    private final List<String> taken = new ArrayList<>();
    private final OneReader shared = new OneReader();
    private Uni<Void> takenOver = Uni.createFrom().voidItem();
    private final QueueReader reader = reader();

    @AfterEach
    void stop() {
        reader.stop();
    }

    @Test
    void deletesWhatItTookAndNothingSooner() {
        reader.start();
        takenOver = upstream.call("take");
        upstream.answer(some("1"));

        assertEquals(List.of("take"), upstream.open());

        upstream.answer("take", "taken");
        pass(MOMENT);
        assertEquals(List.of("deleteNotification 1"), upstream.open());
        assertEquals(List.of("body of 1"), taken);

        upstream.answer(new Answered<>(true, 15));
        pass(MOMENT);
        assertEquals(List.of(RECEIVE), upstream.open());
    }

    @Test
    void goesOnAtOnceWhenTheUpstreamWaitedForNone() {
        reader.start();
        pass(Duration.ofSeconds(20));
        upstream.answer(none());
        pass(MOMENT);

        assertEquals(List.of(RECEIVE, RECEIVE), upstream.made());
    }

    @Test
    void anUpstreamThatDoesNotWaitIsAskedOnceASecond() {
        reader.start();
        for (int second = 0; second < 5; second++) {
            upstream.answer(none());
            pass(Duration.ofSeconds(1));
        }

        assertEquals(6, upstream.made().size());
    }

    @Test
    void aCallThatTakesTooLongIsNoFailure() {
        reader.start();
        for (int call = 0; call < 10; call++) {
            pass(Duration.ofSeconds(25));
            upstream.fail(failures().ofAbort(AbortReason.OUT_OF_TIME));
            pass(MOMENT);
        }

        assertEquals(11, upstream.made().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 466, 500, 502})
    void asksLessOftenAfterEachFailure(int status) {
        reader.start();
        for (int minute = 0; minute < 60; minute++) {
            while (!upstream.open().isEmpty()) {
                upstream.fail(failures().ofStatus(status, null, new byte[0]));
            }
            pass(Duration.ofMinutes(1));
        }

        assertTrue(
                upstream.made().size() < 80,
                "about once a minute: " + upstream.made().size());

        upstream.answer(some("1"));
        pass(MOMENT);
        assertEquals(List.of("body of 1"), taken);
    }

    @Test
    void takesAgainWhatCouldNotBeDeleted() {
        reader.start();
        upstream.answer(some("1"));
        pass(MOMENT);
        upstream.fail(failures().ofStatus(500, null, new byte[0]));
        pass(Duration.ofSeconds(1));
        upstream.answer(some("1"));
        pass(MOMENT);

        assertEquals(List.of("body of 1", "body of 1"), taken);
        assertEquals(List.of("deleteNotification 1"), upstream.open());
    }

    @Test
    void oneReplicaReadsAndAnotherGoesOn() {
        shared.isOurs = false;
        reader.start();
        pass(Duration.ofMinutes(1));
        assertEquals(List.of(), upstream.made());
        assertFalse(reader.isReading());

        shared.isOurs = true;
        pass(Duration.ofSeconds(2));
        assertEquals(List.of(RECEIVE), upstream.open());
        assertTrue(reader.isReading());
    }

    @Test
    void asksNothingAfterItsEnd() {
        reader.start();
        reader.stop();
        pass(Duration.ofMinutes(10));

        assertEquals(List.of(RECEIVE), upstream.made());
        assertEquals(0, delay.pending());
        assertTrue(shared.isReleased);
    }

    private void pass(Duration duration) {
        clock.advance(duration);
    }

    private static Answered<Optional<QueuedNotification>> none() {
        return new Answered<>(Optional.empty(), 4);
    }

    private static Answered<Optional<QueuedNotification>> some(String receipt) {
        return new Answered<>(Optional.of(new QueuedNotification(receipt, "body of " + receipt)), 30);
    }

    private static FailureTranslation failures() {
        return new FailureTranslation(EndpointTable.RECEIVE_NOTIFICATION.endpoint());
    }

    private QueueReader reader() {
        NotificationQueue queue = new NotificationQueue(
                ACCOUNT,
                new PlayedUpstream(),
                gate(EndpointTable.RECEIVE_NOTIFICATION.endpoint()),
                gate(EndpointTable.DELETE_NOTIFICATION.endpoint()),
                Duration.ofSeconds(20));
        return new QueueReader(
                queue,
                body -> {
                    taken.add(new String(body, StandardCharsets.UTF_8));
                    return takenOver;
                },
                shared,
                time);
    }

    private EndpointGate gate(UpstreamEndpoint endpoint) {
        return new EndpointGate(
                endpoint,
                new EndpointGate.Budgets(new RateBudget(clock, 100, 1.05), SharedBudget.NONE),
                new EndpointAvailability(new Cooldown(clock), GateSettings.DEFAULT, clock),
                time,
                new CallRecorder(ACCOUNT.id(), endpoint, new UpstreamMetrics(new SimpleMeterRegistry())));
    }

    private final class PlayedUpstream implements UpstreamClient {

        @Override
        public <R, Q extends UpstreamRequest, A> Uni<A> call(
                Account account, EndpointDefinition<R, Q, A> endpoint, Q request, CallListener listener) {
            String method = endpoint.endpoint().method();
            return upstream.call(
                    method.equals(RECEIVE) ? method : method + " " + String.join(" ", request.arguments()), listener);
        }

        @Override
        public <Q extends UpstreamRequest, A> Uni<A> read(
                EndpointDefinition<?, Q, A> endpoint, Q request, Supplier<byte[]> body) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class OneReader implements SharedNotifications {

        private boolean isOurs = true;
        private boolean isReleased;

        @Override
        public Uni<Void> tell(AccountId account, byte[] notification) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public void listen(Listener listener) {}

        @Override
        public Uni<Boolean> holdQueue(AccountId account) {
            return Uni.createFrom().item(() -> isOurs);
        }

        @Override
        public void releaseQueue(AccountId account) {
            isReleased = true;
        }
    }
}
