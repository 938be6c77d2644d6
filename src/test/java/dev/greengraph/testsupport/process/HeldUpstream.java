package dev.greengraph.testsupport.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An upstream that answers every call with an empty list, once it is told to. */
public final class HeldUpstream implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch arrived;
    private final HttpServer server;

    /** @param calls what {@link #awaitCalls} waits for */
    public HeldUpstream(int calls) throws IOException {
        arrived = new CountDownLatch(calls);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits until that many calls are here. */
    public void awaitCalls() throws InterruptedException {
        if (!arrived.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError(arrived.getCount() + " calls did not arrive");
        }
    }

    /** From now on calls are answered at once. */
    public void release() {
        released.countDown();
    }

    private void answer(HttpExchange call) throws IOException {
        arrived.countDown();
        try (call) {
            call.getRequestBody().readAllBytes();
            released.await();
            byte[] body = "[]".getBytes(StandardCharsets.US_ASCII);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
