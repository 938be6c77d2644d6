package dev.greengraph.replica;

import dev.greengraph.replica.script.RedisScript;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A connection to Redis that stands as long as nothing fails. Its commands fail if there is no reply in time. */
final class Session {

    private final Vertx vertx;
    private final Redis client;
    private final RedisConnection commands;
    private final Context context;
    private final long timeoutMillis;

    /** @param client closed with the session */
    Session(Vertx vertx, Redis client, RedisConnection commands, long timeoutMillis) {
        this.vertx = vertx;
        this.client = client;
        this.commands = commands;
        this.context = vertx.getOrCreateContext();
        this.timeoutMillis = timeoutMillis;
    }

    /** Runs a script, which the server may have forgotten. */
    Future<Response> run(RedisScript script, List<String> keys, List<byte[]> arguments) {
        return inTime(() -> commands.send(script.known(keys, arguments))
                .recover(failure -> isUnknownScript(failure)
                        ? commands.send(script.whole(keys, arguments))
                        : Future.failedFuture(failure)));
    }

    private static boolean isUnknownScript(Throwable failure) {
        return failure instanceof ErrorType error && error.is("NOSCRIPT");
    }

    Future<Response> send(Request command) {
        return inTime(() -> commands.send(command));
    }

    /**
     * How long Redis takes, not how long this process does: time counts from when the event loop of the connection sends the command, and what has
     * arrived is read before it is decided, since a process that has stood still finds the timer over and the reply unread.
     */
    private Future<Response> inTime(Supplier<Future<Response>> command) {
        Promise<Response> inTime = ((VertxInternal) vertx).promise();
        context.runOnContext(turn -> {
            long timer = vertx.setTimer(
                    timeoutMillis, over -> vertx.setTimer(1, read -> inTime.tryFail(new TimeoutException())));
            // Within a future, so that a command that cannot be sent fails like any other.
            Future.succeededFuture().compose(sent -> command.get()).onComplete(end -> {
                vertx.cancelTimer(timer);
                if (end.succeeded()) {
                    inTime.tryComplete(end.result());
                } else {
                    inTime.tryFail(end.cause());
                }
            });
        });
        return inTime.future();
    }

    /** Says a last word, for whose reply nobody waits long, and closes. */
    void closeAfter(Request goodbye) {
        commands.send(goodbye).onComplete(said -> close());
    }

    void close() {
        client.close();
    }
}
