package dev.greengraph.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the packaged gateway does to callers that hold its connections, seen on the raw socket. */
class ConnectionLimitsIT {

    private static final String HEAD = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final String QUERY = "{\"query\":\"{accounts{name}}\"}";
    private static final int CONNECTIONS = 20;
    private static final int PATIENCE_MILLIS = 10_000;

    private static GatewayProcess gateway;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        gateway = GatewayProcess.start(Map.of(
                "greengraph.accounts.main.id-instance", "7103000001",
                "greengraph.accounts.main.api-token", "secret-token-0123456789",
                "greengraph.accounts.main.api-url", "http://127.0.0.1:1",
                "greengraph.limits.receive-time", "2s",
                "greengraph.limits.request-time", "500ms",
                "greengraph.limits.send-time", "500ms",
                "greengraph.limits.operations-in-flight", "5",
                "greengraph.limits.operations-waiting", "0",
                "quarkus.http.limits.max-connections", Integer.toString(CONNECTIONS)));
        answersSoon();
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
    }

    @Test
    void cutsOffAHeadThatTricklesIn() throws IOException {
        try (Socket slow = connect()) {
            write(slow, HEAD);
            assertThrows(IOException.class, () -> trickle(slow, "X-Header: x\r\n"));
        }
    }

    @Test
    void cutsOffABodyThatTricklesIn() throws IOException {
        try (Socket slow = connect()) {
            write(slow, HEAD + "Content-Length: 100000\r\n\r\n{");
            assertThrows(IOException.class, () -> trickle(slow, " "));
        }
    }

    @Test
    void cutsOffACallerThatIsAskedForItsBodyAndSendsNone() throws IOException {
        try (Socket silent = connect()) {
            write(silent, HEAD + "Content-Length: 100\r\nExpect: 100-continue\r\n\r\n");

            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", readUntil(silent, "the end"));
        }
    }

    @Test
    void cutsOffACallerThatSendsNoBodyAfterItsFirstRequest() throws IOException {
        try (Socket silent = connect()) {
            String whole = HEAD + "Content-Length: " + QUERY.length() + "\r\n\r\n" + QUERY;
            write(silent, whole + HEAD + "Content-Length: 100\r\n\r\n");

            assertTrue(readUntil(silent, "the end").endsWith("}}"), "one answer, and the end");
        }
    }

    @Test
    void refusesWithoutABodyWhatIsBeyondTheOperationsInFlight() throws IOException, InterruptedException {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                Socket socket = connect();
                held.add(socket);
                write(socket, HEAD + "Content-Length: 100\r\nExpect: 100-continue\r\n\r\n");
                assertTrue(readUntil(socket, "\r\n\r\n").startsWith("HTTP/1.1 100 "), "it waits for the body");
            }
            try (Socket sixth = connect()) {
                write(sixth, HEAD + "Content-Length: 100\r\n\r\n");
                String answer = readUntil(sixth, "}]}");
                assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
                assertTrue(answer.toLowerCase().contains("retry-after: 1\r\n"), answer);
                assertTrue(answer.contains("\"code\":\"OVERLOADED\""), answer);
            }
        } finally {
            close(held);
        }
        answersSoon();
    }

    @Test
    void refusesConnectionsBeyondTheirLimitAndTakesThemAgain() throws IOException, InterruptedException {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket socket = connect();
                held.add(socket);
                assertTrue(ask(socket).startsWith("HTTP/1.1 200 "));
            }
            try (Socket beyond = connect()) {
                assertEquals("", ask(beyond));
            }
        } finally {
            close(held);
        }
        answersSoon();
    }

    @Test
    void refusesAHeadThatIsTooLarge() throws IOException {
        try (Socket socket = connect()) {
            write(socket, HEAD + "X-Header: " + "x".repeat(20_000) + "\r\n\r\n");
            assertTrue(readUntil(socket, "\r\n").startsWith("HTTP/1.1 431 "));
        }
    }

    @Test
    void staysWithHttp11() throws IOException {
        try (Socket socket = connect()) {
            write(
                    socket,
                    HEAD + "Content-Length: " + QUERY.length()
                            + "\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n"
                            + QUERY);
            assertTrue(readUntil(socket, "}}").startsWith("HTTP/1.1 200 "));
        }
    }

    /** Sends on and on, slowly; ends when the connection does, or fails when it bears too much. */
    private static void trickle(Socket socket, String bytes) throws IOException {
        socket.setSoTimeout(100);
        for (int i = 0; i < PATIENCE_MILLIS / 100; i++) {
            write(socket, bytes);
            try {
                assertEquals(-1, socket.getInputStream().read(), "an answer to half a request");
                throw new IOException("closed");
            } catch (SocketTimeoutException stillOpen) {
                // Exactly that is the slowness.
            }
        }
    }

    private static String ask(Socket socket) {
        try {
            write(socket, HEAD + "Content-Length: " + QUERY.length() + "\r\n\r\n" + QUERY);
            return readUntil(socket, "}}");
        } catch (IOException reset) {
            return "";
        }
    }

    /** Connections that were closed here leave the gateway's count a moment later. */
    private static void answersSoon() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        String answer = "";
        while (!answer.startsWith("HTTP/1.1 200 ")) {
            assertTrue(System.nanoTime() < end, answer);
            try (Socket socket = connect()) {
                answer = ask(socket);
            }
        }
    }

    private static Socket connect() throws IOException {
        URI address = gateway.uri("/");
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What comes up to there, or up to the end. */
    private static String readUntil(Socket socket, String end) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        for (int next = in.read();
                next >= 0 && !read.append((char) next).toString().endsWith(end); ) {
            next = in.read();
        }
        return read.toString();
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
