package dev.greengraph.replica;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.Command;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between gateways and a server of the loopback; what the server says arrives later, in its order. */
final class DelayingProxy implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long LONGEST_SECONDS = 10;

    private final Vertx vertx;
    private final Clock clock = Clock.systemUTC();
    private final NetClient client;
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger scripts = new AtomicInteger();
    private final int port;
    private volatile int target;
    private volatile long delayMillis;

    /** @param target port of the server */
    DelayingProxy(Vertx vertx, int target) {
        this.vertx = vertx;
        this.target = target;
        this.client = vertx.createNetClient();
        this.port = vertx.createNetServer()
                .connectHandler(this::connected)
                .listen(0, LOOPBACK)
                .timeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    String url() {
        return "redis://" + LOOPBACK + ":" + port;
    }

    /** What the server says from now on arrives so much later. */
    void delay(Duration time) {
        delayMillis = time.toMillis();
    }

    /** Connections break, and new ones lead to another server. */
    void switchTo(int otherTarget) {
        target = otherTarget;
        open.forEach(NetSocket::close);
    }

    private void connected(NetSocket caller) {
        caller.pause();
        client.connect(target, LOOPBACK)
                .onSuccess(server -> {
                    open.add(caller);
                    caller.closeHandler(closed -> {
                        open.remove(caller);
                        server.close();
                    });
                    server.closeHandler(closed -> caller.close());
                    server.handler(new Late(caller)::pass);
                    caller.handler(some -> {
                        count(some);
                        server.write(some);
                    });
                    caller.resume();
                })
                .onFailure(refused -> caller.close());
    }

    private void count(Buffer some) {
        int commands = some.toString(StandardCharsets.ISO_8859_1).split(Command.EVALSHA.toString(), -1).length - 1;
        scripts.addAndGet(commands);
    }

    /** Scripts that were sent so far for callers; heartbeats, which are sent with their whole text, are not among them. */
    int scripts() {
        return scripts.get();
    }

    /** One direction of one connection. */
    private final class Late {

        private final NetSocket to;
        private long lastDue;

        private Late(NetSocket to) {
            this.to = to;
        }

        private void pass(Buffer some) {
            long now = clock.millis();
            long due = Math.max(lastDue, now + delayMillis);
            lastDue = due;
            if (due <= now) {
                to.write(some);
            } else {
                vertx.setTimer(due - now, over -> to.write(some));
            }
        }
    }

    @Override
    public void close() {
        open.forEach(NetSocket::close);
    }
}
