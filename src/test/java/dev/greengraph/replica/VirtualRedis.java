package dev.greengraph.replica;

import dev.greengraph.account.AccountId;
import dev.greengraph.account.Secret;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.shared.SharedAnswers;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.GateConfig;
import dev.greengraph.gate.shared.SharedBudgets;
import dev.greengraph.observe.ReplicaMetrics;
import dev.greengraph.replica.script.RedisScript;
import dev.greengraph.replica.value.KeyNames;
import dev.greengraph.replica.value.ValueCipher;
import dev.greengraph.replica.value.ValueCodec;
import dev.greengraph.testsupport.VirtualTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A Redis over virtual time: a real server runs the product's scripts, one after the other, and takes that time for its own. It
 * may be lost for a while, and comes back empty.
 */
public final class VirtualRedis implements AutoCloseable {

    /** Longest wait of a replica, as by default. */
    static final Duration TIMEOUT = Duration.ofMillis(50);

    private static final Duration ONE_WAY = Duration.ofMillis(1);
    private static final Duration LEASE = Duration.ofSeconds(6);
    private static final long LARGEST = 1 << 20;
    private static final KeyNames NAMES = new KeyNames(new Secret("the secret of replicas over virtual time"));

    private final VirtualTime time;
    private final Instant end;
    private final RealRedis server;
    private final List<VirtualLink> links = new ArrayList<>();
    private final Supplier<Duration> reading;
    private Runnable onClose = () -> {};
    private int losses;
    private boolean isAway;

    /**
     * An empty one.
     *
     * @param server is emptied
     * @param end from then on no replica says that it is there, so that time can end
     */
    VirtualRedis(RealRedis server, VirtualTime time, Instant end) {
        this(server, time, end, () -> Duration.ZERO);
    }

    /** @param reading how long a replica takes to read a reply that has arrived */
    VirtualRedis(RealRedis server, VirtualTime time, Instant end, Supplier<Duration> reading) {
        this.server = server;
        this.reading = reading;
        this.time = time;
        this.end = end;
        server.run(Command.FLUSHALL);
    }

    /** The same over a server of its own. */
    public static VirtualRedis start(VirtualTime time, Instant end) {
        Vertx vertx = Vertx.vertx();
        try {
            RealRedis server = new RealRedis(vertx);
            VirtualRedis redis = new VirtualRedis(server, time, end);
            redis.onClose = () -> {
                close(server);
                vertx.close();
            };
            return redis;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void close(RealRedis server) {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** It is away from then on, for so long. */
    public void lose(Instant from, Duration away) {
        time.at(from, () -> {
            losses++;
            isAway = true;
        });
        time.at(from.plus(away), () -> {
            links.forEach(VirtualLink::reset);
            server.run(Command.FLUSHALL);
            isAway = --losses > 0;
        });
    }

    /** It is killed then, which all its connections notice at once, and is back after so long. */
    void kill(Instant from, Duration away) {
        lose(from, away);
        time.at(from, () -> links.forEach(VirtualLink::reset));
    }

    /** From now on, for so long, what it says to that replica comes too late. */
    void slowDown(int replica, Duration time) {
        links.get(replica).slowDown(time);
    }

    /** From now on, for so long, nothing that this replica says arrives. */
    void cutOff(int replica, Duration time) {
        links.get(replica).cutOff(time);
    }

    /** That replica dies. */
    void kill(int replica) {
        links.get(replica).die();
    }

    /**
     * What a replica shares through it.
     *
     * @param answers of the caches
     * @param budgets of the gates
     */
    public record Shared(SharedAnswers<QuestionKey> answers, SharedBudgets budgets) {}

    /**
     * One more replica.
     *
     * @param own its clock and timers
     * @param expected how many there are at least
     */
    public Shared replica(Timing own, GateConfig gate, int expected) {
        String name = "replica-" + links.size();
        Presence presence = new Presence(
                name, NAMES.replicas(), expected, own.clock(), new ReplicaMetrics(new SimpleMeterRegistry()));
        VirtualLink link = new VirtualLink(this, presence, links.size());
        links.add(link);
        Function<AccountId, String> idInstances = AccountId::value;
        RedisAnswers answers = new RedisAnswers(
                link,
                new RedisAnswers.Terms(
                        name, NAMES, new ValueCodec(new ValueCipher(List.of()), LARGEST), LARGEST, LEASE, idInstances),
                own,
                new ReplicaMetrics(new SimpleMeterRegistry()),
                Runnable::run);
        answers.open();
        RedisBudget.Terms terms = new RedisBudget.Terms(gate, LEASE);
        return new Shared(
                answers,
                (account, endpoint) -> new RedisBudget(
                        link, presence, NAMES.budget(endpoint, idInstances.apply(account)), endpoint, terms));
    }

    boolean isAway() {
        return isAway;
    }

    /** Whether time goes on, and with it heartbeats. */
    boolean goesOn() {
        return time.instant().isBefore(end);
    }

    /** Does something that much later. */
    void in(Duration later, Runnable what) {
        time.at(time.instant().plus(later), what);
    }

    /** Does something when a command has arrived, or its reply. */
    void onWay(Runnable arrives) {
        in(ONE_WAY, arrives);
    }

    /** Does something when a reply has arrived and is read. */
    void onWayBack(Runnable read) {
        in(ONE_WAY.plus(reading.get()), read);
    }

    /** That replica says that it goes. */
    void leave(int replica) {
        links.get(replica).leave();
    }

    void run(Request goodbye) {
        if (!isAway) {
            server.run(goodbye);
        }
    }

    /** Runs a script now; a notice that it tells is heard by all. */
    Response run(RedisScript script, List<String> keys, List<byte[]> arguments) {
        String text = script.text().replaceFirst("local time = .*\n", "local now = tonumber(ARGV[#ARGV])\n");
        List<Object> all = new ArrayList<>(List.of(text, keys.size()));
        all.addAll(keys);
        all.addAll(arguments);
        all.add(Long.toString(time.millis()));
        Response reply = server.run(Command.EVAL, all.toArray());
        if (script.equals(RedisScript.KEEP)) {
            String notice = new String(arguments.get(arguments.size() - 1), StandardCharsets.US_ASCII);
            links.forEach(link -> onWay(() -> link.hear(notice)));
        }
        return reply;
    }

    Instant now() {
        return time.instant();
    }

    @Override
    public void close() {
        onClose.run();
    }
}
