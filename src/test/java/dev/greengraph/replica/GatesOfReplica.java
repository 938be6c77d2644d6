package dev.greengraph.replica;

import static dev.greengraph.testsupport.gateway.Gateway.await;

import dev.greengraph.account.AccountId;
import dev.greengraph.account.Secret;
import dev.greengraph.gate.CallRecorder;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.Cooldown;
import dev.greengraph.gate.breaker.EndpointAvailability;
import dev.greengraph.gate.breaker.GateSettings;
import dev.greengraph.gate.budget.RateBudget;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.observe.ReplicaMetrics;
import dev.greengraph.observe.ReplicaMetrics.Mode;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.replica.value.KeyNames;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.UpstreamEndpoint;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The gates of one account in one replica over a Redis. */
final class GatesOfReplica implements AutoCloseable {

    private static final AccountId ACCOUNT = new AccountId("mine");

    private final Clock clock;
    private final Timing time;
    private final ReplicaMetrics metrics = new ReplicaMetrics(new SimpleMeterRegistry());
    private final KeyNames names = new KeyNames(new Secret(Replica.SECRET));
    private final Cooldown accountCooldown;
    private final RedisLink link;
    private final AtomicInteger sent = new AtomicInteger();
    final Presence presence;

    GatesOfReplica(Vertx vertx, String url, int expected, Clock clock) {
        this.clock = clock;
        this.time = new Timing(
                clock, wait -> Uni.createFrom().voidItem().onItem().delayIt().by(wait));
        this.accountCooldown = new Cooldown(clock);
        this.presence = new Presence(UUID.randomUUID().toString(), names.replicas(), expected, clock, metrics);
        this.link = new RedisLink(
                vertx,
                new RedisOptions().setConnectionString(url),
                Duration.ofSeconds(1).toMillis(),
                names.channel(),
                presence);
        link.open(new Scripts.Listener() {});
    }

    /** The same, once it shares. */
    GatesOfReplica sharing() {
        await(() -> mode() == Mode.SHARED);
        return this;
    }

    Mode mode() {
        return metrics.mode();
    }

    /** Calls that were sent. */
    int sent() {
        return sent.get();
    }

    /** The gate of an endpoint that allows so many calls. */
    EndpointGate gate(UpstreamEndpoint endpoint, double callsPerSecond) {
        RedisBudget budget = new RedisBudget(
                link,
                presence,
                names.budget(endpoint, Replica.ID_INSTANCE),
                endpoint,
                new RedisBudget.Terms(GateSettings.DEFAULT, Duration.ofSeconds(11)));
        return new EndpointGate(
                endpoint,
                new EndpointGate.Budgets(new RateBudget(clock, callsPerSecond, 1.05), budget),
                new EndpointAvailability(accountCooldown, GateSettings.DEFAULT, clock),
                time,
                new CallRecorder(ACCOUNT, endpoint, new UpstreamMetrics(new SimpleMeterRegistry())));
    }

    UniAssertSubscriber<String> ask(EndpointGate gate, Duration patience, Uni<String> answer) {
        return ask(gate, patience, call -> {
            call.sent();
            return answer;
        });
    }

    UniAssertSubscriber<String> ask(EndpointGate gate, Duration patience, Function<CallListener, Uni<String>> call) {
        return PendingCalls.caller(gate.ask(Wanted.BY_NONE, patience, "window", listener -> {
            sent.incrementAndGet();
            return call.apply(listener);
        }));
    }

    @Override
    public void close() {
        link.close();
    }
}
