package dev.greengraph.bench;

import dev.greengraph.account.AccountId;
import dev.greengraph.account.Messenger;
import dev.greengraph.testsupport.VirtualTime;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.Failures;
import dev.greengraph.upstream.row.Rows;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * An upstream that keeps to its limits: per account and method, in any second of its own clock, no more calls than the
 * vendor documents; further ones get a 429, which does not count towards the next. It counts where calls arrive, half a
 * call's time after they were sent, so that the way moves calls closer together.
 */
public final class VirtualUpstream {

    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Its clock is behind, and loses 0.1 ms a second. */
    private static final Duration BEHIND = Duration.ofMillis(2_500);

    private static final long LOSES_ONE_IN = 10_000;

    private record Method(AccountId account, UpstreamEndpoint endpoint) {}

    private record Question(Method method, String arguments) {}

    /** What happened to one method of one account. */
    private static final class Traffic {
        private final Deque<Instant> arrived = new ArrayDeque<>();
        private final Deque<Instant> accepted = new ArrayDeque<>();
        private int calls;
        private int busiestSecond;
    }

    private final VirtualTime time;
    private final Duration latency;
    private final double jitter;
    private final Random chance;
    private final Map<Method, Traffic> traffic = new HashMap<>();
    private final Map<Question, Integer> inFlight = new HashMap<>();
    private final Map<UpstreamEndpoint, Long> entries = new HashMap<>();
    private int refused;
    private int mostIdentical;

    VirtualUpstream(VirtualTime time, BenchConfig config) {
        this.time = time;
        this.latency = config.latency();
        this.jitter = config.jitter();
        this.chance = new Random(config.seed());
    }

    /**
     * One call.
     *
     * @param answer what it answers at the moment when the call arrives
     */
    public <T> Uni<T> call(
            AccountId account, UpstreamEndpoint endpoint, String arguments, Function<Instant, T> answer) {
        Question question = new Question(new Method(account, endpoint), arguments);
        return Uni.createFrom().emitter(caller -> send(question, answer, caller));
    }

    private <T> void send(Question question, Function<Instant, T> answer, UniEmitter<? super T> caller) {
        mostIdentical = Math.max(mostIdentical, inFlight.merge(question, 1, Integer::sum));
        time.at(time.instant().plus(oneWay()), () -> {
            boolean accepted = arrive(question.method());
            T said = accepted ? answer.apply(time.instant()) : null;
            time.at(time.instant().plus(oneWay()), () -> {
                inFlight.merge(question, -1, Integer::sum);
                if (accepted) {
                    count(question.method().endpoint(), said);
                    caller.complete(said);
                } else {
                    caller.fail(Failures.rateLimited(question.method().endpoint()));
                }
            });
        });
    }

    private void count(UpstreamEndpoint endpoint, Object answer) {
        entries.merge(endpoint, answer instanceof Rows rows ? (long) rows.entries() : 1, Long::sum);
    }

    private boolean arrive(Method method) {
        Instant now = ownTime();
        Traffic seen = traffic.computeIfAbsent(method, first -> new Traffic());
        seen.calls++;
        forget(seen.arrived, now);
        seen.arrived.add(now);
        seen.busiestSecond = Math.max(seen.busiestSecond, seen.arrived.size());
        forget(seen.accepted, now);
        boolean may = seen.accepted.size() < limit(method);
        if (may) {
            seen.accepted.add(now);
        } else {
            refused++;
        }
        return may;
    }

    private static void forget(Deque<Instant> calls, Instant now) {
        while (!calls.isEmpty() && !calls.peek().isAfter(now.minus(SECOND))) {
            calls.remove();
        }
    }

    private Instant ownTime() {
        Duration passed = Duration.between(VirtualTime.START, time.instant());
        return VirtualTime.START.minus(BEHIND).plus(passed).minus(passed.dividedBy(LOSES_ONE_IN));
    }

    private Duration oneWay() {
        double share = 0.5 * (1 + jitter * (2 * chance.nextDouble() - 1));
        return Duration.ofNanos((long) (latency.toNanos() * share));
    }

    private static int limit(Method method) {
        return method.endpoint().callsPerSecond(Messenger.WHATSAPP);
    }

    /** Calls that arrived. */
    int calls() {
        return traffic.values().stream().mapToInt(seen -> seen.calls).sum();
    }

    /** Calls to that method, of all accounts. */
    int calls(UpstreamEndpoint endpoint) {
        return traffic.entrySet().stream()
                .filter(entry -> entry.getKey().endpoint() == endpoint)
                .mapToInt(entry -> entry.getValue().calls)
                .sum();
    }

    /** Entries that answers to that method held, of all accounts. */
    long entries(UpstreamEndpoint endpoint) {
        return entries.getOrDefault(endpoint, 0L);
    }

    /** Calls answered with 429. */
    int refused() {
        return refused;
    }

    /** Most calls to one question at a time. */
    int mostIdentical() {
        return mostIdentical;
    }

    /** The highest rate in any second, as a multiple of what the method allows. */
    double highestRate() {
        return traffic.entrySet().stream()
                .mapToDouble(entry -> (double) entry.getValue().busiestSecond / limit(entry.getKey()))
                .max()
                .orElse(0);
    }

    /** The share of its allowed calls that the busiest method of an account used. */
    double budgetUsed(Duration run) {
        return traffic.entrySet().stream()
                .mapToDouble(entry -> (double) entry.getValue().calls / limit(entry.getKey()) / run.toSeconds())
                .max()
                .orElse(0);
    }
}
