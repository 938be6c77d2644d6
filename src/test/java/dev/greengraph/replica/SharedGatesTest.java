package dev.greengraph.replica;

import static dev.greengraph.testsupport.gateway.Gateway.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.Secret;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.gate.RetryLater;
import dev.greengraph.observe.ReplicaMetrics;
import dev.greengraph.observe.ReplicaMetrics.Mode;
import dev.greengraph.replica.script.BudgetScripts;
import dev.greengraph.replica.value.KeyNames;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.QuotaExceeded;
import dev.greengraph.upstream.failure.UpstreamFailure.Unauthorized;
import dev.greengraph.upstream.failure.UpstreamFailure.Unavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Gates of two replicas, whose clocks differ by an hour, over one real Redis: what one does, the other knows. */
class SharedGatesTest {

    private static final UpstreamEndpoint HISTORY = EndpointTable.GET_CHAT_HISTORY.endpoint();
    private static final UpstreamEndpoint STATUSES = EndpointTable.GET_INCOMING_STATUSES.endpoint();
    private static final Uni<String> ANSWER = Uni.createFrom().item("answer");
    private static final Uni<String> NO_ANSWER = Uni.createFrom().nothing();
    /** So seldom that no test waits for the next slot. */
    private static final double SELDOM = 0.01;

    private static final double OFTEN = 500;

    @RegisterExtension
    static final RunningRedis REDIS = new RunningRedis();

    private final RealRedis redis = REDIS.server();
    private final List<GatesOfReplica> replicas = new ArrayList<>();

    @AfterEach
    void close() {
        replicas.forEach(GatesOfReplica::close);
    }

    private GatesOfReplica replica(int expected) {
        Clock clock = replicas.isEmpty() ? Clock.systemUTC() : Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        GatesOfReplica replica = new GatesOfReplica(REDIS.vertx(), redis.url(), expected, clock);
        replicas.add(replica);
        return replica.sharing();
    }

    private static RetryLater refusal(UniAssertSubscriber<String> caller) {
        return assertInstanceOf(
                RetryLater.class, caller.awaitFailure(Replica.LONG).getFailure());
    }

    private static void assertClosedBy(Class<? extends UpstreamFailure> failure, UniAssertSubscriber<String> caller) {
        assertInstanceOf(failure, refusal(caller).because());
    }

    @Test
    void aSlotServesOneOfBoth() {
        GatesOfReplica one = replica(1);
        GatesOfReplica other = replica(1);

        one.ask(one.gate(HISTORY, SELDOM), Duration.ZERO, ANSWER).awaitItem(Replica.LONG);
        RetryLater refused = refusal(other.ask(other.gate(HISTORY, SELDOM), Duration.ZERO, ANSWER));

        assertNull(refused.because());
        assertTrue(refused.retryAfter().compareTo(Duration.ofSeconds(90)) > 0, refused.getMessage());
        assertEquals(0, other.sent());
    }

    @Test
    void anEndpointHasABudgetOfItsOwn() {
        GatesOfReplica one = replica(1);
        GatesOfReplica other = replica(1);
        one.ask(one.gate(HISTORY, SELDOM), Duration.ZERO, ANSWER).awaitItem(Replica.LONG);

        other.ask(other.gate(STATUSES, SELDOM), Duration.ZERO, ANSWER).awaitItem(Replica.LONG);
    }

    @Test
    void allAreServedInTheEnd() {
        GatesOfReplica one = replica(1);
        GatesOfReplica other = replica(1);
        EndpointGate first = one.gate(HISTORY, OFTEN);
        EndpointGate second = other.gate(HISTORY, OFTEN);

        List<UniAssertSubscriber<String>> callers = IntStream.range(0, 20)
                .mapToObj(i ->
                        i % 2 == 0 ? one.ask(first, Replica.LONG, ANSWER) : other.ask(second, Replica.LONG, ANSWER))
                .toList();

        callers.forEach(caller -> caller.awaitItem(Replica.LONG));
        assertEquals(20, one.sent() + other.sent());
    }

    @Test
    void aCallThatIsNeverSentCostsNoSlot() {
        GatesOfReplica one = replica(1);
        GatesOfReplica other = replica(1);
        one.ask(
                        one.gate(HISTORY, SELDOM),
                        Duration.ZERO,
                        listener -> Uni.createFrom().failure(Failures.unavailable(HISTORY)))
                .awaitFailure(Replica.LONG);

        other.ask(other.gate(HISTORY, SELDOM), Duration.ZERO, ANSWER).awaitItem(Replica.LONG);
    }

    @Test
    void aUsedUpQuotaKeepsTheOtherAway() {
        GatesOfReplica one = replica(1);
        GatesOfReplica other = replica(1);
        one.ask(one.gate(HISTORY, OFTEN), Replica.LONG, Uni.createFrom().failure(Failures.quotaExceeded(HISTORY)))
                .awaitFailure(Replica.LONG);

        assertClosedBy(QuotaExceeded.class, other.ask(other.gate(HISTORY, OFTEN), Duration.ofSeconds(1), ANSWER));
        other.ask(other.gate(STATUSES, OFTEN), Replica.LONG, ANSWER).awaitItem(Replica.LONG);
    }

    @Test
    void aRefusedTokenKeepsTheOtherAwayFromAllEndpoints() {
        GatesOfReplica one = replica(1);
        GatesOfReplica other = replica(1);
        one.ask(one.gate(HISTORY, OFTEN), Replica.LONG, Uni.createFrom().failure(Failures.unauthorized(HISTORY)))
                .awaitFailure(Replica.LONG);

        assertClosedBy(Unauthorized.class, other.ask(other.gate(STATUSES, OFTEN), Duration.ofSeconds(1), ANSWER));
        assertEquals(0, other.sent());
    }

    @Test
    void failuresOfBothOpenTheBreakerOfBoth() {
        GatesOfReplica one = replica(1);
        GatesOfReplica other = replica(1);
        EndpointGate first = one.gate(HISTORY, OFTEN);
        EndpointGate second = other.gate(HISTORY, OFTEN);
        Uni<String> down = Uni.createFrom().failure(Failures.unavailable(HISTORY));
        for (int i = 0; i < 3; i++) {
            one.ask(first, Replica.LONG, down).awaitFailure(Replica.LONG);
        }
        for (int i = 0; i < 2; i++) {
            other.ask(second, Replica.LONG, down).awaitFailure(Replica.LONG);
        }

        assertClosedBy(Unavailable.class, one.ask(first, Duration.ofSeconds(1), ANSWER));
        assertEquals(3, one.sent());
    }

    @Test
    void theRateThatOneWasToldHoldsForBoth() {
        GatesOfReplica one = replica(1);
        GatesOfReplica other = replica(1);
        EndpointGate second = other.gate(HISTORY, OFTEN);
        one.ask(one.gate(HISTORY, OFTEN), Replica.LONG, listener -> {
                    listener.sent();
                    listener.allowed(250);
                    return ANSWER;
                })
                .awaitItem(Replica.LONG);

        other.ask(second, Replica.LONG, ANSWER).awaitItem(Replica.LONG);

        assertEquals(250, second.state().callsPerSecond());
    }

    @Test
    void aRevalidationWaitsForTheCallersOfTheOther() {
        GatesOfReplica one = replica(1);
        GatesOfReplica other = replica(1);
        EndpointGate first = one.gate(HISTORY, SELDOM);
        one.ask(first, Duration.ZERO, NO_ANSWER);
        await(() -> one.sent() == 1);

        UniAssertSubscriber<String> revalidation = other.gate(HISTORY, SELDOM)
                .idleCapacity()
                .when(Duration.ofSeconds(30), () -> ANSWER)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        refusal(revalidation);
    }

    @Test
    void whileRedisIsAwayEachHasItsPart() throws IOException, InterruptedException {
        GatesOfReplica one = replica(1);
        GatesOfReplica other = replica(1);
        await(() -> one.presence.replicas() == 2 && other.presence.replicas() == 2);
        redis.stop();
        try {
            await(() -> one.mode() == Mode.ALONE && other.mode() == Mode.ALONE);

            RetryLater refused = refusal(one.ask(one.gate(HISTORY, SELDOM), Duration.ZERO, ANSWER));

            assertNull(refused.because());
            assertEquals(0, one.sent());
            assertTrue(one.presence.slots().own() != other.presence.slots().own());
            one.ask(one.gate(STATUSES, OFTEN), Replica.LONG, ANSWER).awaitItem(Replica.LONG);
            other.ask(other.gate(STATUSES, OFTEN), Replica.LONG, ANSWER).awaitItem(Replica.LONG);
        } finally {
            redis.goOn();
        }
        await(() -> one.mode() == Mode.SHARED && other.mode() == Mode.SHARED);
        refusal(one.ask(one.gate(STATUSES, OFTEN), Duration.ZERO, ANSWER));
        one.ask(one.gate(STATUSES, OFTEN), Replica.LONG, ANSWER).awaitItem(Replica.LONG);
    }

    @Test
    void whoIsAloneForSureDoesNotWait() throws IOException, InterruptedException {
        GatesOfReplica one = replica(1);
        redis.stop();
        try {
            await(() -> one.mode() == Mode.ALONE);
            one.ask(one.gate(HISTORY, SELDOM), Duration.ZERO, ANSWER).awaitItem(Replica.LONG);
        } finally {
            redis.goOn();
        }
    }

    @Test
    void whoExpectsOthersLeavesThemTheirPart() throws IOException, InterruptedException {
        GatesOfReplica one = replica(3);
        redis.stop();
        try {
            await(() -> one.mode() == Mode.ALONE);
            refusal(one.ask(one.gate(HISTORY, SELDOM), Duration.ZERO, ANSWER));
            assertEquals(3, one.presence.slots().replicas());
        } finally {
            redis.goOn();
        }
    }

    /** One that reaches Redis and does without it, since Redis is too slow for it, sends in its part of the time only. */
    @Test
    void allPartTheBudgetWhileOneDoesNotShare() {
        GatesOfReplica one = replica(2);
        EndpointGate gate = one.gate(HISTORY, SELDOM);
        Presence slow = new Presence(
                "slow",
                one.presence.keys().get(0),
                2,
                Clock.systemUTC(),
                new ReplicaMetrics(new SimpleMeterRegistry()));

        List<Object> beat = new ArrayList<>(
                List.of(BudgetScripts.BEAT.text(), 1, slow.keys().get(0)));
        beat.addAll(slow.beat(true));
        redis.run(Command.EVAL, beat.toArray());

        await(() -> one.mode() == Mode.PARTED);
        refusal(one.ask(gate, Duration.ZERO, ANSWER));
        assertTrue(one.presence.share(Duration.ofSeconds(1)).stretch() > 2);
        redis.run(Command.ZREM, slow.keys().get(0), "parted");
        await(() -> one.mode() == Mode.SHARED);
    }

    @Test
    void aReplicaThatLeavesIsNotCounted() {
        GatesOfReplica one = replica(1);
        GatesOfReplica other = replica(1);
        await(() -> one.presence.replicas() == 2);

        other.close();

        await(() -> present() == 1);
    }

    /** Else two that learn of it one after the other would send in the same slot if Redis were lost in between. */
    @Test
    void whoStaysKeepsItsNumberWhenAnotherLeavesAndOneComes() {
        List<GatesOfReplica> three = List.of(replica(3), replica(3), replica(3));
        int leaving = three.get(1).presence.slots().own();

        three.get(1).close();
        await(() -> present() == 2);
        GatesOfReplica successor = replica(3);

        assertEquals(0, three.get(0).presence.slots().own());
        assertEquals(leaving, successor.presence.slots().own());
        assertEquals(2, three.get(2).presence.slots().own());
        assertEquals(3, successor.presence.slots().replicas());
    }

    /** Replicas that say that they are there. */
    private long present() {
        return redis.run(Command.ZRANGE, "gg:r:" + name(), 0, -1).stream()
                .filter(member -> member.toString().contains(":"))
                .count();
    }

    private String name() {
        return redis.run(Command.KEYS, "gg:r:*").get(0).toString().substring("gg:r:".length());
    }

    /** A replica of a later version may keep more of a gate, and queue in another form. */
    @Test
    void whatIsNotKnownOfABudgetIsIgnored() {
        GatesOfReplica one = replica(1);
        KeyNames.Budget names = new KeyNames(new Secret(Replica.SECRET)).budget(HISTORY, Replica.ID_INSTANCE);
        redis.run(Command.HSET, names.gate(), "of-a-later-version", "2:soon");
        redis.run(Command.HSET, names.queue(), "later", "2:1:999999999999999:5");
        redis.run(Command.HSET, names.account(), "why", "MOVED_AWAY");
        EndpointGate gate = one.gate(HISTORY, OFTEN);

        one.ask(gate, Replica.LONG, ANSWER).awaitItem(Replica.LONG);

        assertEquals(1, one.sent());
        assertEquals(
                "2:soon",
                redis.run(Command.HGET, names.gate(), "of-a-later-version").toString());
    }

    /** What closed the gate is not known here, that it is closed is. */
    @Test
    void aGateThatALaterVersionClosedIsClosed() {
        GatesOfReplica one = replica(1);
        KeyNames.Budget names = new KeyNames(new Secret(Replica.SECRET)).budget(HISTORY, Replica.ID_INSTANCE);
        long anHourOn = Clock.systemUTC().millis() + Duration.ofHours(1).toMillis();
        redis.run(Command.HSET, names.account(), "closed", anHourOn, "why", "MOVED_AWAY");

        assertClosedBy(Unavailable.class, one.ask(one.gate(HISTORY, OFTEN), Duration.ofSeconds(1), ANSWER));
        assertEquals(0, one.sent());
    }

    @Test
    void whatIsKeptTellsNothing() {
        GatesOfReplica one = replica(1);
        one.ask(one.gate(HISTORY, SELDOM), Duration.ZERO, ANSWER).awaitItem(Replica.LONG);

        StringBuilder all = new StringBuilder();
        for (var name : redis.run(Command.KEYS, "gg:{*")) {
            all.append(name).append(redis.run(Command.HGETALL, name.toString()));
        }
        assertTrue(all.toString().contains("next"), "the budget is among it");
        for (String secret : List.of(Replica.ID_INSTANCE, HISTORY.method(), "mine")) {
            assertFalse(all.toString().contains(secret), secret);
        }
    }
}
