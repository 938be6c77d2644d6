package dev.greengraph.replica;

import dev.greengraph.observe.LogKey;
import dev.greengraph.observe.LogLine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The connection to Redis, which may be lost at any time. The first failure or late answer of any command closes it, and from
 * then on commands fail at once; behind everybody's back a new connection is tried, and used when it answers a write in time.
 *
 * <p>One connection carries the commands, in their order; a second one hears the notices of other replicas.
 */
final class RedisLink {

    private static final Logger LOG = Logger.getLogger(RedisLink.class);

    /** How often the server is tried while it is away, and checked while it is not. */
    private static final long CHECK_MILLIS = 1_000;
    /** Longest time to connect, with TLS and password; nobody waits for it. */
    private static final long CONNECT_MILLIS = 3_000;

    private final Vertx vertx;
    private final RedisOptions options;
    private final long timeoutMillis;
    private final String channel;
    private final Presence presence;
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private final AtomicBoolean isConnecting = new AtomicBoolean();
    private volatile boolean isClosed;
    private volatile Consumer<String> onNotice = notice -> {};
    private volatile Runnable onLoss = () -> {};

    /** What stands as long as nothing fails. */
    private record Session(Redis client, RedisConnection commands, Context context) {

        /**
         * Fails if there is no reply in time. A process that has stood still finds the timer over and the reply unread, and must
         * not take that for a late reply: what has arrived is read before it is decided.
         */
        <T> Future<T> inTime(Future<T> reply, Vertx vertx, long millis) {
            Promise<T> inTime = Promise.promise();
            long timer = vertx.setTimer(
                    millis,
                    over -> context.runOnContext(
                            awake -> vertx.setTimer(1, read -> inTime.tryFail(new TimeoutException()))));
            reply.onComplete(end -> {
                vertx.cancelTimer(timer);
                if (end.succeeded()) {
                    inTime.tryComplete(end.result());
                } else {
                    inTime.tryFail(end.cause());
                }
            });
            return inTime.future();
        }
    }

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
    }

    /**
     * Begins to connect.
     *
     * @param notices called with each notice
     * @param lost called when the connection is lost
     */
    void open(Consumer<String> notices, Runnable lost) {
        onNotice = notices;
        onLoss = lost;
        connect();
        vertx.setPeriodic(CHECK_MILLIS, timer -> check(timer));
    }

    /** Runs a script. Fails with {@link Away}, at once or after the time that Redis has. */
    Uni<Response> run(RedisScript script, List<String> keys, List<byte[]> arguments) {
        return Uni.createFrom().emitter(caller -> {
            Session current = session.get();
            if (current == null) {
                caller.fail(new Away());
                return;
            }
            Future<Response> reply = current.commands()
                    .send(script.known(keys, arguments))
                    .recover(failure -> isUnknownScript(failure)
                            ? current.commands().send(script.whole(keys, arguments))
                            : Future.failedFuture(failure));
            current.inTime(reply, vertx, timeoutMillis)
                    .onSuccess(caller::complete)
                    .onFailure(failure -> {
                        lose(current, failure);
                        caller.fail(new Away());
                    });
        });
    }

    void close() {
        isClosed = true;
        Session last = session.getAndSet(null);
        if (last != null) {
            last.commands()
                    .send(presence.goodbye())
                    .onComplete(said -> last.client().close());
        }
    }

    private void check(long timer) {
        Session current = session.get();
        if (isClosed) {
            vertx.cancelTimer(timer);
        } else if (current == null) {
            connect();
        } else {
            beat(current).onFailure(failure -> lose(current, failure));
        }
    }

    private void connect() {
        if (!isConnecting.compareAndSet(false, true)) {
            return;
        }
        Redis client = Redis.createClient(vertx, new RedisOptions(options));
        client.connect()
                .compose(commands -> client.connect()
                        .compose(notices -> begin(new Session(client, commands, vertx.getOrCreateContext()), notices)))
                .timeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .onComplete(end -> isConnecting.set(false))
                .onFailure(failure -> {
                    client.close();
                    if (LOG.isDebugEnabled()) {
                        LogLine.of("Redis is still away")
                                .with(LogKey.CAUSE, cause(failure))
                                .to(LOG, Logger.Level.DEBUG);
                    }
                });
    }

    private Future<Void> begin(Session made, RedisConnection notices) {
        made.commands().exceptionHandler(failure -> lose(made, failure)).endHandler(end -> lose(made, new Away()));
        notices.exceptionHandler(failure -> lose(made, failure))
                .endHandler(end -> lose(made, new Away()))
                .handler(this::hear);
        return notices.send(Request.cmd(Command.SUBSCRIBE).arg(channel))
                .compose(subscribed -> beat(made))
                .onSuccess(written -> use(made))
                .mapEmpty();
    }

    private void use(Session made) {
        if (isClosed) {
            made.client().close();
            return;
        }
        presence.joined();
        session.set(made);
        LogLine.of("this replica shares through Redis")
                .with(LogKey.REPLICAS, presence.replicas())
                .to(LOG, Logger.Level.INFO);
    }

    private Future<Response> beat(Session session) {
        return session.inTime(session.commands().send(presence.beat()), vertx, timeoutMillis)
                .onSuccess(presence::heard);
    }

    private void lose(Session lost, Throwable failure) {
        if (session.compareAndSet(lost, null) && !isClosed) {
            presence.left();
            LogLine.of("Redis is away, this replica works alone")
                    .with(LogKey.CAUSE, cause(failure))
                    .with(LogKey.REPLICAS, presence.replicas())
                    .to(LOG, Logger.Level.WARN);
            lost.client().close();
            onLoss.run();
        }
    }

    /** Only messages: the confirmation of the subscription comes the same way. */
    private void hear(Response message) {
        if (message != null
                && message.size() == 3
                && "message".equals(message.get(0).toString())) {
            onNotice.accept(message.get(2).toString());
        }
    }

    private static boolean isUnknownScript(Throwable failure) {
        return failure instanceof ErrorType error && error.is("NOSCRIPT");
    }

    /** The code of an error reply, such as WRONGPASS or READONLY, else the class: texts may hold an address. */
    private static String cause(Throwable failure) {
        return failure instanceof ErrorType error
                ? error.toString().split(" ", 2)[0].replaceAll("[^A-Z]", "")
                : failure.getClass().getSimpleName();
    }
}
