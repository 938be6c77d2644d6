package dev.greengraph.replica;

import dev.greengraph.gate.breaker.GateConfig;
import dev.greengraph.gate.shared.Claim;
import dev.greengraph.gate.shared.Grant;
import dev.greengraph.gate.shared.Share;
import dev.greengraph.gate.shared.SharedBudget;
import dev.greengraph.observe.CallOutcome;
import dev.greengraph.replica.script.BudgetScripts;
import dev.greengraph.replica.script.RedisScript;
import dev.greengraph.replica.value.KeyNames;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The budget of one gate in Redis, by the clock of the server. A grant is held until its call is said to be sent, at most for
 * a space more: a reply that is lost costs the others one slot. While the budget is parted each replica keeps to its own time slots.
 */
final class RedisBudget implements SharedBudget {

    /** How late a replica may come back without losing its place. */
    private static final Duration LATE = Duration.ofMillis(100);
    /** Least time for which a grant is held: a connection may have to be made before the call is sent. */
    private static final Duration LEAST_HOLD = Duration.ofMillis(250);

    private static final AtomicLong GRANTS = new AtomicLong();

    private final Scripts scripts;
    private final Presence presence;
    private final KeyNames.Budget names;
    private final UpstreamEndpoint endpoint;
    private final Terms terms;

    /**
     * What is agreed for all budgets.
     *
     * @param gate cooldowns and circuit breaker
     * @param probeLease how long a probe is waited for whose replica may have died
     */
    record Terms(GateConfig gate, Duration probeLease) {}

    RedisBudget(Scripts scripts, Presence presence, KeyNames.Budget names, UpstreamEndpoint endpoint, Terms terms) {
        this.scripts = scripts;
        this.presence = presence;
        this.names = names;
        this.endpoint = endpoint;
        this.terms = terms;
    }

    @Override
    public Uni<Claim> claim(Demand demand) {
        return Uni.createFrom().deferred(() -> {
            Duration silence = presence.silence(demand.space());
            if (!silence.isZero()) {
                return Uni.createFrom().item(new Claim.NotYet(silence));
            }
            return presence.isBudgetShared() ? shared(demand) : Uni.createFrom().item(alone(demand.space()));
        });
    }

    /** A call that is given up while it claims gives back what it is granted. */
    private Uni<Claim> shared(Demand demand) {
        SharedGrant grant = new SharedGrant(
                presence.replica() + ":" + GRANTS.incrementAndGet(),
                demand.space(),
                presence.clock().instant());
        List<byte[]> arguments = conditions(
                demand.space(),
                presence.replica(),
                grant.name,
                demand.waiting(),
                terms.probeLease().toMillis(),
                demand.patience().toMillis());
        return Uni.createFrom().emitter(caller -> {
            AtomicBoolean isGivenUp = new AtomicBoolean();
            caller.onTermination(() -> isGivenUp.set(true));
            scripts.run(BudgetScripts.CLAIM, List.of(names.gate(), names.queue(), names.account()), arguments)
                    .map(reply -> claim(reply, grant))
                    .onFailure()
                    .recoverWithItem(() -> afterLoss(demand.space()))
                    .subscribe()
                    .with(
                            claim -> {
                                if (isGivenUp.get() && claim instanceof Claim.Granted unused) {
                                    unused.grant().ended(Grant.End.UNUSED);
                                } else {
                                    caller.complete(claim);
                                }
                            },
                            caller::fail);
        });
    }

    private Claim claim(Response reply, Grant grant) {
        return switch (reply.get(0).toString()) {
            case "granted" ->
                new Claim.Granted(
                        grant,
                        millis(reply.get(1)),
                        millis(reply.get(3)),
                        rate(reply.get(2).toString()));
            case "closed" ->
                new Claim.Closed(
                        millis(reply.get(1)),
                        UpstreamFailure.metElsewhere(outcome(reply.get(2).toString()), endpoint));
            default -> new Claim.NotYet(millis(reply.get(1)), millis(reply.get(2)));
        };
    }

    private static OptionalDouble rate(String text) {
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    /** A replica of another version may have met what is not known here. */
    private static CallOutcome outcome(String name) {
        return Stream.of(CallOutcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElse(CallOutcome.UNAVAILABLE);
    }

    private static Duration millis(Response time) {
        return Duration.ofMillis(time.toLong());
    }

    /** Where Redis is not lost, the reply was none, or too much is asked of it at once. */
    private Claim afterLoss(Duration space) {
        if (presence.isBudgetShared()) {
            return new Claim.NotYet(LATE);
        }
        Duration silence = presence.silence(space);
        return silence.isZero() ? alone(space) : new Claim.NotYet(silence);
    }

    private Claim alone(Duration space) {
        Duration wait = presence.untilOwnSlot(space);
        return wait.isZero() ? Claim.alone(new OwnSlot(presence, space)) : new Claim.NotYet(wait);
    }

    @Override
    public Uni<Duration> idleIn(Duration space) {
        return Uni.createFrom()
                .deferred(() -> presence.isBudgetShared()
                        ? scripts.run(
                                        BudgetScripts.IDLE,
                                        List.of(names.gate(), names.queue(), names.account()),
                                        conditions(space))
                                .map(RedisBudget::millis)
                                .onFailure()
                                .recoverWithItem(Duration.ZERO)
                        : Uni.createFrom().item(Duration.ZERO));
    }

    @Override
    public Share share(Duration space) {
        return presence.share(space);
    }

    /** The arguments that all questions to a budget begin with, and further ones. */
    private List<byte[]> conditions(Duration space, Object... further) {
        Stream<Object> all =
                Stream.of(space.toMillis(), LATE.toMillis(), terms.gate().breakerFailures(), LEAST_HOLD.toMillis());
        return RedisScript.arguments(Stream.concat(all, Stream.of(further)).toArray());
    }

    /** What comes of it is of no interest: the link says so itself. */
    private void tell(RedisScript script, List<String> keys, Object... arguments) {
        scripts.run(script, keys, RedisScript.arguments(arguments)).subscribe().with(done -> {}, away -> {});
    }

    /** A grant that Redis knows. */
    private final class SharedGrant implements Grant {

        private final String name;
        private final Duration space;
        private final Instant claimedAt;

        private SharedGrant(String name, Duration space, Instant claimedAt) {
            this.name = name;
            this.space = space;
            this.claimedAt = claimedAt;
        }

        /** A call of another replica may follow a space after the last moment at which this one is sent. */
        @Override
        public boolean holds() {
            Duration hold = space.compareTo(LEAST_HOLD) > 0 ? space : LEAST_HOLD;
            return !presence.clock().instant().isAfter(claimedAt.plus(hold));
        }

        @Override
        public void sent() {
            tell(BudgetScripts.SENT, List.of(names.gate()), name, space.toMillis());
        }

        @Override
        public void ended(End end) {
            GateConfig gate = terms.gate();
            Duration ago = end.arrivedAgo();
            CallOutcome outcome = end.outcome();
            if (outcome == CallOutcome.RATE_LIMITED) {
                presence.refused();
            }
            tell(
                    BudgetScripts.ENDED,
                    List.of(names.gate(), names.account()),
                    name,
                    space.toMillis(),
                    ago == null ? -1 : ago.toMillis(),
                    outcome == null || outcome == CallOutcome.FAILED ? "" : outcome.name(),
                    gate.breakerFailures(),
                    gate.breakerOpenFor().toMillis(),
                    gate.rateLimitBackoff().toMillis(),
                    gate.maxRateLimitBackoff().toMillis(),
                    gate.quotaCooldown().toMillis(),
                    gate.unauthorizedCooldown().toMillis(),
                    end.callsPerSecond().isPresent()
                            ? Double.toString(end.callsPerSecond().getAsDouble())
                            : "");
        }
    }
}
