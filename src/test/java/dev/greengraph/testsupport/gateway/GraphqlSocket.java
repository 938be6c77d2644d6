package dev.greengraph.testsupport.gateway;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/** A client of {@code graphql-transport-ws} that says nothing by itself: a test sends each message. */
public final class GraphqlSocket implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private GraphqlSocket(URI address, String... headers) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("graphql-transport-ws");
        for (int at = 0; at < headers.length; at += 2) {
            builder.header(headers[at], headers[at + 1]);
        }
        socket = builder.buildAsync(address, this).join();
    }

    /**
     * Opens a connection to the gateway of the test; fails if it is refused.
     *
     * @param headers of the request: names and values by turns
     */
    public static GraphqlSocket open(String... headers) {
        return new GraphqlSocket(URI.create("ws://localhost:" + RestAssured.port + "/graphql"), headers);
    }

    /** Opens a connection to the gateway at that address. */
    public static GraphqlSocket open(URI address) {
        return new GraphqlSocket(address);
    }

    /** Sends a message as it is. */
    public void send(String message) {
        socket.sendText(message, true).join();
    }

    /** Sends bytes, which the protocol does not know. */
    public void sendBytes() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
    }

    /** Says who the caller is, without credentials, and takes the acknowledgement. */
    public GraphqlSocket acknowledged() throws InterruptedException {
        send("{\"type\":\"connection_init\"}");
        String answer = received.take();
        if (!answer.equals("{\"type\":\"connection_ack\"}")) {
            throw new AssertionError(answer);
        }
        return this;
    }

    /** Subscribes with that id; the document holds no line break. */
    public void subscribe(String id, String document) {
        send("{\"id\":\"" + id + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + document.replace("\"", "\\\"")
                + "\"}}");
    }

    /** The next message; waits for it. */
    public String next() throws InterruptedException {
        return received.take();
    }

    /** Code and reason of the end; waits for it. */
    public String closed() throws InterruptedException, ExecutionException {
        return closed.get();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
