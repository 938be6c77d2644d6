package dev.greengraph.replica;

import dev.greengraph.observe.LogKey;
import dev.greengraph.observe.LogLine;
import dev.greengraph.replica.script.BudgetScripts;
import dev.greengraph.replica.script.RedisScript;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The connection to Redis, which may be lost at any time. The first failure or late answer of any command closes it, and from
 * then on commands fail at once; behind everybody's back a new connection is tried, and used when it answers a write in time,
 * more than once if it was lost soon after the last return: {@link Probation}.
 *
 * <p>One connection carries the commands, in their order; a second one hears the notices of other replicas.
 */
final class RedisLink implements Scripts {

    private static final Logger LOG = Logger.getLogger(RedisLink.class);

    /** How often the server is tried while it is away, and checked while it is not. */
    private static final long CHECK_MILLIS = 1_000;
    /** Longest time to connect, with TLS and password; nobody waits for it. */
    private static final long CONNECT_MILLIS = 3_000;
    /** Most commands at a time; who comes then goes on without Redis, which is no reason to lose it. */
    private static final int MOST_COMMANDS = 1_000;

    private final Vertx vertx;
    private final RedisOptions options;
    private final long timeoutMillis;
    private final String channel;
    private final Presence presence;
    private final Probation probation;
    /** What commands use. */
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    /** What may be used after some heartbeats more. */
    private final AtomicReference<@Nullable Session> trial = new AtomicReference<>();

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean isConnecting = new AtomicBoolean();
    private final AtomicBoolean isTrying = new AtomicBoolean();
    private volatile boolean isClosed;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Redis is away, or has just been found to be. */
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away() {
            super("Redis is away", null, false, false);
        }
    }

    /**
     * @param channel where notices are told
     * @param presence says to others that this replica is there, and hears when Redis is and is not
     */
    RedisLink(Vertx vertx, RedisOptions options, long timeoutMillis, String channel, Presence presence) {
        this.vertx = vertx;
        this.options = options;
        this.timeoutMillis = timeoutMillis;
        this.channel = channel;
        this.presence = presence;
        this.probation = new Probation(presence.clock());
    }

    @Override
    public void open(Listener listener) {
        listeners.add(listener);
        presence.opened();
        connect();
        vertx.setPeriodic(CHECK_MILLIS, timer -> check(timer));
    }

    /** From now on that listener hears, too; where the connection stands already, it is told so, maybe twice. */
    void alsoTell(Listener listener) {
        listeners.add(listener);
        if (session.get() != null) {
            listener.joined();
        }
    }

    @Override
    public Uni<Response> run(RedisScript script, List<String> keys, List<byte[]> arguments) {
        return Uni.createFrom().emitter(caller -> {
            Session current = session.get();
            if (current == null || underWay.get() >= MOST_COMMANDS) {
                caller.fail(new Away());
                return;
            }
            underWay.incrementAndGet();
            current.run(script, keys, arguments)
                    .onComplete(end -> underWay.decrementAndGet())
                    .onSuccess(caller::complete)
                    .onFailure(failure -> {
                        lose(current, failure);
                        caller.fail(new Away());
                    });
        });
    }

    void close() {
        isClosed = true;
        Session tried = trial.getAndSet(null);
        if (tried != null) {
            tried.close();
        }
        Session last = session.getAndSet(null);
        if (last != null) {
            last.closeAfter(presence.goodbye());
        }
    }

    private void check(long timer) {
        Session current = session.get();
        Session tried = trial.get();
        if (isClosed) {
            vertx.cancelTimer(timer);
        } else if (current != null) {
            beat(current, false).onFailure(failure -> lose(current, failure));
        } else if (tried != null) {
            tryOut(tried);
        } else {
            connect();
        }
    }

    private void connect() {
        if (!isConnecting.compareAndSet(false, true)) {
            return;
        }
        Redis client = Redis.createClient(vertx, new RedisOptions(options));
        client.connect()
                .compose(commands -> client.connect().compose(notices -> subscribed(client, commands, notices)))
                .timeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .onSuccess(trial::set)
                .onComplete(end -> isConnecting.set(false))
                .onSuccess(this::tryOut)
                .onFailure(failure -> {
                    client.close();
                    stillAway(failure);
                });
    }

    private static void stillAway(Throwable failure) {
        if (LOG.isDebugEnabled()) {
            LogLine.of("Redis is still away").with(LogKey.CAUSE, cause(failure)).to(LOG, Logger.Level.DEBUG);
        }
    }

    private Future<Session> subscribed(Redis client, RedisConnection commands, RedisConnection notices) {
        Session made = new Session(vertx, client, commands, timeoutMillis);
        for (RedisConnection each : List.of(commands, notices)) {
            each.exceptionHandler(failure -> lose(made, failure)).endHandler(end -> lose(made, new Away()));
        }
        notices.handler(this::hear);
        return notices.send(Request.cmd(Command.SUBSCRIBE).arg(channel)).map(made);
    }

    /** One heartbeat at a time: the check may come while the one right after the connection is on its way. */
    private void tryOut(Session tried) {
        if (!isTrying.compareAndSet(false, true)) {
            return;
        }
        beat(tried, probation.goesOn())
                .onComplete(end -> isTrying.set(false))
                .onSuccess(written -> {
                    if (probation.answered()) {
                        use(tried);
                    }
                })
                .onFailure(failure -> lose(tried, failure));
    }

    private void use(Session tried) {
        if (isClosed || !trial.compareAndSet(tried, null)) {
            tried.close();
            return;
        }
        presence.joined();
        session.set(tried);
        LogLine.of("this replica shares through Redis")
                .with(LogKey.REPLICAS, presence.replicas())
                .to(LOG, Logger.Level.INFO);
        listeners.forEach(Listener::joined);
    }

    private Future<Response> beat(Session session, boolean staysAlone) {
        Instant said = presence.clock().instant();
        return session.send(BudgetScripts.BEAT.whole(presence.keys(), presence.beat(staysAlone)))
                .onSuccess(reply -> presence.heard(reply, said));
    }

    private void lose(Session lost, Throwable failure) {
        if (trial.compareAndSet(lost, null)) {
            probation.failed();
            lost.close();
            stillAway(failure);
        } else if (session.compareAndSet(lost, null) && !isClosed) {
            probation.lost();
            presence.left();
            LogLine.of("Redis is away, this replica works alone")
                    .with(LogKey.CAUSE, cause(failure))
                    .with(LogKey.REPLICAS, presence.replicas())
                    .to(LOG, Logger.Level.WARN);
            lost.close();
            listeners.forEach(Listener::lost);
        }
    }

    /** Only messages: the confirmation of the subscription comes the same way. */
    private void hear(Response message) {
        if (message != null
                && message.size() == 3
                && "message".equals(message.get(0).toString())) {
            String notice = message.get(2).toString();
            listeners.forEach(listener -> listener.hear(notice));
        }
    }

    /** The code of an error reply, such as WRONGPASS or READONLY, else the class: texts may hold an address. */
    private static String cause(Throwable failure) {
        return failure instanceof ErrorType error
                ? error.toString().split(" ", 2)[0].replaceAll("[^A-Z]", "")
                : failure.getClass().getSimpleName();
    }
}
