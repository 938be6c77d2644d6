package dev.greengraph.upstream.call;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An upstream that answers with bytes of the test's choice, and notices when the connection is closed. */
final class RawUpstream implements AutoCloseable {

    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final NetServer server;

    private RawUpstream(Vertx vertx, Consumer<NetSocket> answer) {
        server = vertx.createNetServer().connectHandler(socket -> {
            connections.incrementAndGet();
            socket.closeHandler(ignored -> closed.complete(null));
            // The request comes in one packet: it is small.
            socket.handler(request -> answer.accept(socket));
        });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    static RawUpstream answering(Vertx vertx, Consumer<NetSocket> answer) {
        return new RawUpstream(vertx, answer);
    }

    /** Sends a part without end, again and again. */
    static RawUpstream dripping(Vertx vertx, String head, String drop) {
        return new RawUpstream(vertx, socket -> {
            socket.write(head);
            long timer = vertx.setPeriodic(20, ignored -> socket.write(drop));
            socket.endHandler(ignored -> vertx.cancelTimer(timer));
        });
    }

    String address() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    int connections() {
        return connections.get();
    }

    /** Returns once the client has closed the connection; fails if it does not. */
    void awaitClosed() {
        closed.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
