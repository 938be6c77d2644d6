package dev.greengraph.replica;

import static dev.greengraph.testsupport.gateway.Gateway.await;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.greengraph.account.AccountId;
import dev.greengraph.account.Secret;
import dev.greengraph.cache.CacheFixture;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.RequestContext;
import dev.greengraph.cache.RevalidatingCache;
import dev.greengraph.cache.notified.SharedNotifications;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.gate.Timing;
import dev.greengraph.observe.ReplicaMetrics;
import dev.greengraph.observe.ReplicaMetrics.Mode;
import dev.greengraph.replica.value.KeyNames;
import dev.greengraph.replica.value.ValueCipher;
import dev.greengraph.replica.value.ValueCodec;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The cache of one replica over a Redis, and an upstream that the test plays. */
final class Replica implements AutoCloseable {

    static final String SECRET = "a secret of the deployment, long enough";
    static final String ID_INSTANCE = "7105000001";
    static final AccountId ACCOUNT = new AccountId("mine");
    static final Duration LONG = Duration.ofSeconds(30);

    private final CacheFixture fixture = new CacheFixture();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ReplicaMetrics metrics = new ReplicaMetrics(registry);
    private final Queue<Call> open = new ConcurrentLinkedQueue<>();
    /** What it heard of the notifications of others. */
    final Queue<String> told = new ConcurrentLinkedQueue<>();

    private final AtomicInteger calls = new AtomicInteger();
    private final AnswerStore<QuestionKey> store = new AnswerStore<>(1 << 20);
    private final RevalidatingCache cache;
    private final RedisLink link;
    final RedisAnswers answers;
    final RedisNotifications notifications;
    final RedisHistories histories;

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
        RedisAnswers.Terms terms = new RedisAnswers.Terms(
                presence.replica(),
                names,
                new ValueCodec(new ValueCipher(settings.keys()), 1 << 20),
                settings.maxValue(),
                settings.lease(),
                account -> ID_INSTANCE);
        this.answers = new RedisAnswers(link, terms, time, metrics, Infrastructure.getDefaultWorkerPool());
        this.notifications = new RedisNotifications(link, terms, Set.of(ACCOUNT), time.delay());
        this.histories = new RedisHistories(link, terms, Infrastructure.getDefaultWorkerPool());
        notifications.listen(new SharedNotifications.Listener() {
            @Override
            public void told(AccountId account, byte[] notification) {
                told.add(account + " " + new String(notification, UTF_8));
            }

            @Override
            public void missed() {
                told.add("missed");
            }
        });
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

    /** Whether it knows that another has a newer answer than the one it holds. */
    boolean isSuperseded(String what) {
        return store.find(CacheFixture.key(what)).isSuperseded();
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
