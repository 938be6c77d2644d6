package dev.greengraph.bench;

import dev.greengraph.bench.Query.Kind;
import dev.greengraph.gate.RetryLater;
import dev.greengraph.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Distinct chats of one account asked at once. Who is refused asks again exactly when told, until served.
 *
 * <p>{@code retryAfterMs} is right within 20 % if who asks again then has the answer no later than 1.2 times that time
 * after the refusal, and if it is no longer than 1.2 times what the place in the queue asks for, from the refusal on: the n-th
 * call at one spacing after the one before.
 */
final class Burst {

    private static final double TOLERANCE = 1.2;
    private static final int GIVES_UP = 100;
    /** By then replicas know of each other. */
    private static final Instant BEGIN = VirtualTime.START.plusSeconds(5);

    /** What happened to one chat. */
    private static final class Asked {
        private final List<Duration> retries = new ArrayList<>();
        private Duration answered;
        private Duration refused;
        private boolean hasFailed;
    }

    private final Settings settings;
    private final VirtualTime time = new VirtualTime();
    private final VirtualUpstream upstream;
    private final Mechanism gateway;
    private final List<Asked> all = new ArrayList<>();

    private Burst(Settings settings, BiFunction<VirtualTime, VirtualUpstream, Mechanism> mechanism) {
        this.settings = settings;
        this.upstream = new VirtualUpstream(time, settings.bench());
        this.gateway = mechanism.apply(time, upstream);
    }

    static Burst of(Settings settings, World world) {
        return of(settings, (time, upstream) -> new Gateway(settings, time, upstream, world));
    }

    /** The same of another mechanism. */
    static Burst of(Settings settings, BiFunction<VirtualTime, VirtualUpstream, Mechanism> mechanism) {
        Burst burst = new Burst(settings, mechanism);
        for (int chat = 0; chat < settings.bench().burst(); chat++) {
            burst.all.add(new Asked());
        }
        IntStream.range(0, burst.all.size()).forEach(chat -> burst.time.at(BEGIN, () -> burst.ask(chat)));
        burst.time.run();
        return burst;
    }

    private void ask(int chat) {
        Instant now = time.instant();
        Asked asked = all.get(chat);
        Query query =
                new Query(now, Workload.accounts(settings.bench()).get(0), Kind.OPEN, World.chat(chat), null, false);
        gateway.ask(query)
                .subscribe()
                .with(
                        answer -> asked.answered = Duration.between(BEGIN, time.instant()),
                        failure -> refused(chat, failure));
    }

    private void refused(int chat, Throwable failure) {
        Asked asked = all.get(chat);
        if (failure instanceof RetryLater retryLater && asked.retries.size() < GIVES_UP) {
            asked.refused = asked.retries.isEmpty() ? Duration.between(BEGIN, time.instant()) : asked.refused;
            asked.retries.add(retryLater.retryAfter());
            time.at(time.instant().plus(retryLater.retryAfter()), () -> ask(chat));
        } else {
            asked.hasFailed = true;
        }
    }

    VirtualUpstream upstream() {
        return upstream;
    }

    /** Chats answered without a refusal. */
    long answered() {
        return all.stream()
                .filter(asked -> asked.retries.isEmpty() && asked.answered != null)
                .count();
    }

    /** Chats that could be served within the longest wait: the first now, each further one a spacing later. */
    long servable() {
        return Math.min(
                all.size(),
                1 + settings.budget().maxWait().toMillis() / spacing().toMillis());
    }

    /** Chats refused at first. */
    long refused() {
        return all.stream().filter(asked -> !asked.retries.isEmpty()).count();
    }

    /** Chats whose first refusal did not come at once. */
    long refusedLate() {
        return all.stream()
                .filter(asked -> asked.refused != null && !asked.refused.isZero())
                .count();
    }

    /** Chats served when they asked again as told, the first time. */
    long servedThen() {
        return all.stream()
                .filter(asked -> asked.retries.size() == 1 && asked.answered != null)
                .count();
    }

    /** Refusals, the first of each chat, whose time to come back was right within 20 %. */
    long right() {
        return IntStream.range(0, all.size()).filter(this::isRight).count();
    }

    private boolean isRight(int chat) {
        Asked asked = all.get(chat);
        if (asked.retries.size() != 1 || asked.answered == null) {
            return false;
        }
        double told = asked.retries.get(0).toMillis();
        double answered = asked.answered.minus(asked.refused).toMillis();
        double needed = spacing().multipliedBy(chat).minus(asked.refused).toMillis();
        return answered <= TOLERANCE * told && told <= TOLERANCE * needed;
    }

    /** How often the unluckiest chat had to ask. */
    int mostAsked() {
        return all.stream().mapToInt(asked -> asked.retries.size() + 1).max().orElse(0);
    }

    /** When the last chat was answered. */
    Duration lastAnswered() {
        return all.stream()
                .map(asked -> asked.answered)
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Chats that failed for another reason than the budget, or gave up. */
    long failed() {
        return all.stream().filter(asked -> asked.hasFailed).count();
    }

    /** The shortest and the longest time told at the first refusal. */
    String told() {
        long[] millis = all.stream()
                .filter(asked -> !asked.retries.isEmpty())
                .mapToLong(asked -> asked.retries.get(0).toMillis())
                .sorted()
                .toArray();
        return millis.length == 0 ? "-" : millis[0] + " to " + millis[millis.length - 1] + " ms";
    }

    private Duration spacing() {
        return Duration.ofMillis((long) Math.ceil(1_000 * settings.budget().spacing()));
    }
}
