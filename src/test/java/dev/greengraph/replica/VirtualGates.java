package dev.greengraph.replica;

import dev.greengraph.account.AccountId;
import dev.greengraph.gate.CallRecorder;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.Cooldown;
import dev.greengraph.gate.breaker.EndpointAvailability;
import dev.greengraph.gate.breaker.GateSettings;
import dev.greengraph.gate.budget.RateBudget;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.testsupport.VirtualTime;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.Failures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The gates of several replicas at one endpoint, whose clocks are minutes apart, over virtual time and the real scripts. The
 * upstream takes one call in any second and refuses the others.
 */
final class VirtualGates {

    static final UpstreamEndpoint ENDPOINT = EndpointTable.GET_CHAT_HISTORY.endpoint();
    /** What the upstream counts by. */
    static final Duration LIMIT = Duration.ofSeconds(1);

    private static final AccountId ACCOUNT = new AccountId("mine");

    private final VirtualTime time;
    private final VirtualRedis redis;
    private final int expected;
    private final Machine machine;
    private final List<EndpointGate> gates = new ArrayList<>();
    private final Set<Integer> dead = new HashSet<>();
    private final List<Instant> arrivals = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private Instant lastTaken = Instant.MIN;

    /**
     * How much later than at once things happen there.
     *
     * @param reading a reply of Redis is read
     * @param timers a timer rings
     * @param connecting a call is sent, since its connection has to be made
     */
    record Machine(Supplier<Duration> reading, Supplier<Duration> timers, Supplier<Duration> connecting) {
        static final Machine IDLE = new Machine(() -> Duration.ZERO, () -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** A call that arrived too soon after another one. */
    record Refused(int replica, Instant at) {}

    /**
     * They begin to say that they are there.
     *
     * @param end from then on they say so no more
     * @param expected as the setting
     */
    VirtualGates(RealRedis server, VirtualTime time, Instant end, int replicas, int expected) {
        this(server, time, end, expected, Machine.IDLE);
        for (int replica = 0; replica < replicas; replica++) {
            start();
        }
    }

    /** None yet, on a machine that may be busy. */
    VirtualGates(RealRedis server, VirtualTime time, Instant end, int expected, Machine machine) {
        this.time = time;
        this.redis = new VirtualRedis(server, time, end, machine.reading());
        this.expected = expected;
        this.machine = machine;
    }

    /** One more. */
    void start() {
        gates.add(gate(Duration.ofMinutes(7L * gates.size())));
    }

    private EndpointGate gate(Duration ahead) {
        Timing own = new Timing(
                Clock.offset(time, ahead),
                wait -> time.after(Duration.ofMillis(wait.plusNanos(999_999).toMillis())
                        .plus(machine.timers().get())));
        return new EndpointGate(
                ENDPOINT,
                new EndpointGate.Budgets(
                        new RateBudget(own.clock(), 1, 1.05),
                        redis.replica(own, GateSettings.DEFAULT, expected)
                                .budgets()
                                .of(ACCOUNT, ENDPOINT)),
                new EndpointAvailability(new Cooldown(own.clock()), GateSettings.DEFAULT, own.clock()),
                own,
                new CallRecorder(ACCOUNT, ENDPOINT, new UpstreamMetrics(new SimpleMeterRegistry())));
    }

    VirtualRedis redis() {
        return redis;
    }

    /** That replica dies: what it would send never arrives. */
    void kill(int replica) {
        dead.add(replica);
        redis.kill(replica);
    }

    /** That replica ends, and says so. */
    void end(int replica) {
        dead.add(replica);
        redis.leave(replica);
    }

    boolean isDead(int replica) {
        return dead.contains(replica);
    }

    /**
     * A call of that replica.
     *
     * @param way how long it takes to the upstream, and its answer back
     */
    Uni<String> ask(int replica, Duration patience, Duration way) {
        return gates.get(replica).ask(Wanted.BY_NONE, patience, "window", listener -> call(replica, way, listener));
    }

    private Uni<String> call(int replica, Duration way, CallListener listener) {
        return Uni.createFrom().emitter(caller -> {
            Duration connecting = machine.connecting().get();
            if (connecting.isZero()) {
                send(replica, way, listener, caller);
            } else {
                time.at(time.instant().plus(connecting), () -> send(replica, way, listener, caller));
            }
        });
    }

    private void send(int replica, Duration way, CallListener listener, UniEmitter<? super String> caller) {
        if (!listener.mayBeSent()) {
            caller.fail(new IllegalStateException("connected too late"));
            return;
        }
        listener.sent();
        time.at(time.instant().plus(way), () -> {
            boolean isTaken = isDead(replica) || arrives(replica);
            time.at(time.instant().plus(way), () -> {
                if (isTaken) {
                    caller.complete("answer");
                } else {
                    caller.fail(Failures.rateLimited(ENDPOINT));
                }
            });
        });
    }

    private boolean arrives(int replica) {
        Instant now = time.instant();
        arrivals.add(now);
        if (lastTaken.plus(LIMIT).isAfter(now)) {
            refused.add(new Refused(replica, now));
            return false;
        }
        lastTaken = now;
        return true;
    }

    /** When calls arrived at the upstream. */
    List<Instant> arrivals() {
        return arrivals;
    }

    /** The calls that were refused, in their order. */
    List<Refused> refused() {
        return refused;
    }

    /** How far apart calls arrived. */
    Stream<Duration> gaps() {
        return IntStream.range(1, arrivals.size())
                .mapToObj(i -> Duration.between(arrivals.get(i - 1), arrivals.get(i)));
    }
}
