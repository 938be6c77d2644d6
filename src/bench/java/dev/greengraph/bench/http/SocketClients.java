package dev.greengraph.bench.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Many WebSockets to one address. Messages are counted; the last one is kept. */
final class SocketClients implements AutoCloseable {

    private static final long LONGEST_SECONDS = 60;
    /** More than any benchmark opens: Vert.x 4.5 takes -1 for none, not for any number. */
    private static final int MOST = 100_000;

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client =
            vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(MOST));
    private final Queue<WebSocket> open = new ConcurrentLinkedQueue<>();
    private final Semaphore messages = new Semaphore(0);
    private final AtomicReference<@Nullable String> last = new AtomicReference<>();
    /** Attempts that were told to come back, since the gateway had too many at once. */
    final AtomicInteger refused = new AtomicInteger();
    /** Connections that failed or were closed by the gateway. */
    final AtomicInteger lost = new AtomicInteger();

    /**
     * Opens that many at once and waits until each is open.
     *
     * @param path with the query
     * @param protocol empty for none
     * @param greeting what each says when it is open; empty for nothing
     */
    void open(URI address, String protocol, String greeting, int number) throws InterruptedException {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI(address.getPath());
        if (!protocol.isEmpty()) {
            options.addSubProtocol(protocol);
        }
        CountDownLatch opened = new CountDownLatch(number);
        for (int i = 0; i < number; i++) {
            connect(options, greeting, opened);
        }
        if (!opened.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(opened.getCount() + " connections are not open");
        }
    }

    /** Comes back a second after 503, as it is told to. */
    private void connect(WebSocketConnectOptions options, String greeting, CountDownLatch opened) {
        client.connect(options).onComplete(attempt -> {
            if (attempt.cause() instanceof UpgradeRejectedException rejected && rejected.getStatus() == 503) {
                refused.incrementAndGet();
                vertx.setTimer(1_000, later -> connect(options, greeting, opened));
                return;
            }
            if (attempt.succeeded()) {
                keep(attempt.result());
                if (!greeting.isEmpty()) {
                    attempt.result().writeTextMessage(greeting);
                }
            } else {
                lost.incrementAndGet();
            }
            opened.countDown();
        });
    }

    private void keep(WebSocket socket) {
        open.add(socket);
        socket.closeHandler(closed -> {
            if (open.remove(socket)) {
                lost.incrementAndGet();
            }
        });
        socket.textMessageHandler(text -> {
            last.set(text);
            messages.release();
        });
    }

    /** Sends the same message over each. */
    void send(String message) {
        open.forEach(socket -> socket.writeTextMessage(message));
    }

    /** Waits for that many messages, all together. */
    void await(int number) throws InterruptedException {
        if (!messages.tryAcquire(number, LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("%d messages of %d, %d connections lost"
                    .formatted(messages.availablePermits(), number, lost.get()));
        }
    }

    /** The message that came last. */
    String last() {
        String message = last.get();
        if (message == null) {
            throw new IllegalStateException("there is none");
        }
        return message;
    }

    /** How many messages came that nobody waited for. */
    int more() {
        return messages.availablePermits();
    }

    /** Cuts all of them at once. */
    void closeAll() throws InterruptedException {
        List<WebSocket> all = new ArrayList<>(open);
        open.clear();
        CountDownLatch closed = new CountDownLatch(all.size());
        all.forEach(socket -> socket.close().onComplete(result -> closed.countDown()));
        if (!closed.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(closed.getCount() + " connections do not close");
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
