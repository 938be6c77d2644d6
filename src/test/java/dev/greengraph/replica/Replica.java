package dev.greengraph.replica;

import static dev.greengraph.testsupport.gateway.Gateway.await;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.greengraph.account.Secret;
import dev.greengraph.cache.CacheFixture;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.RequestContext;
import dev.greengraph.cache.RevalidatingCache;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.gate.Timing;
import dev.greengraph.observe.ReplicaMetrics;
import dev.greengraph.observe.ReplicaMetrics.Mode;
import dev.greengraph.upstream.CallListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The cache of one replica over a Redis, and an upstream that the test plays. */
final class Replica implements AutoCloseable {

    static final String SECRET = "a secret of the deployment, long enough";
    static final String ID_INSTANCE = "7105000001";
    static final Duration LONG = Duration.ofSeconds(30);

    private final CacheFixture fixture = new CacheFixture();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ReplicaMetrics metrics = new ReplicaMetrics(registry);
    private final Queue<Call> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final RevalidatingCache cache;
    private final RedisLink link;
    final RedisAnswers answers;

    private record Call(UniEmitter<? super String> end, CallListener listener) {}

    /** What replicas of one deployment may differ in. */
    record Settings(String url, Duration lease, long maxValue, List<byte[]> keys) {
        static Settings of(RealRedis redis) {
            return new Settings(redis.url(), LONG, 1 << 20, List.of());
        }
    }

    Replica(Vertx vertx, Settings settings) {
        Timing time = new Timing(
                fixture.clock,
                wait -> Uni.createFrom().voidItem().onItem().delayIt().by(wait));
        KeyNames names = new KeyNames(new Secret(SECRET));
        Presence presence = new Presence(UUID.randomUUID().toString(), names.replicas(), 1, fixture.clock, metrics);
        this.link = new RedisLink(
                vertx,
                new RedisOptions().setConnectionString(settings.url()),
                Duration.ofSeconds(1).toMillis(),
                names.channel(),
                presence);
        this.answers = new RedisAnswers(
                link,
                new RedisAnswers.Terms(
                        presence.replica(),
                        names,
                        new ValueCodec(new ValueCipher(settings.keys()), 1 << 20),
                        settings.maxValue(),
                        settings.lease(),
                        account -> ID_INSTANCE),
                time,
                metrics,
                Infrastructure.getDefaultWorkerPool());
        AnswerStore<QuestionKey> store = new AnswerStore<>(1 << 20);
        this.cache = new RevalidatingCache(time, store, answers, RequestContext.NONE, fixture.metrics);
        answers.open();
    }

    /** The same, once it shares. */
    Replica sharing() {
        await(() -> mode() == Mode.SHARED);
        return this;
    }

    Mode mode() {
        return metrics.mode();
    }

    UniAssertSubscriber<Reading<String>> read(String what) {
        return PendingCalls.caller(
                cache.read(fixture.question(what, this::call)).uni());
    }

    private Uni<String> call(CallListener listener) {
        return Uni.createFrom().emitter(end -> {
            listener.sent();
            open.add(new Call(end, listener));
            calls.incrementAndGet();
        });
    }

    /** Time passes for its budget. */
    void pass(Duration time) {
        fixture.clock.advance(time);
    }

    /** Calls that it sent. */
    int calls() {
        return calls.get();
    }

    /** Its oldest open call is answered, as soon as it is sent. */
    void answer(String answer) {
        Call call = next();
        call.listener().answered(answer.getBytes(UTF_8));
        call.end().complete(answer);
    }

    void fail(Throwable failure) {
        next().end().fail(failure);
    }

    private Call next() {
        AtomicReference<Call> next = new AtomicReference<>();
        await(() -> {
            next.set(open.poll());
            return next.get() != null;
        });
        return next.get();
    }

    double looks(ReplicaMetrics.Look result) {
        return registry.get("greengraph.replicas.looks")
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .counter()
                .count();
    }

    static String value(UniAssertSubscriber<Reading<String>> caller) {
        return caller.awaitItem(LONG).getItem().value();
    }

    @Override
    public void close() {
        link.close();
    }
}
