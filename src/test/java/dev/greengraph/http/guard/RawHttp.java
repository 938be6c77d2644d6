package dev.greengraph.http.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** HTTP as nobody's library would write it. */
final class RawHttp {

    /** A gateway that hangs fails the test with a {@link java.net.SocketTimeoutException}. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** Sends bytes, ends its half of the connection, and returns all that comes back until the other half ends. */
    String exchange(String request) throws IOException {
        try (Socket socket = connect()) {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
            } catch (SocketException closedAlready) {
                // what it said before can still be read
            }
            return readAll(socket);
        }
    }

    /** Sends bytes, keeps the connection open, and returns what comes back up to a text, the text included. */
    String exchangeUpTo(String text, String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket, text);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static String readAll(Socket socket) throws IOException {
        return read(socket, null);
    }

    private static String read(Socket socket, @Nullable String end) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream input = socket.getInputStream();
        try {
            for (int next = input.read(); next >= 0; next = input.read()) {
                answer.write(next);
                if (end != null && answer.toString(StandardCharsets.UTF_8).endsWith(end)) {
                    break;
                }
            }
        } catch (SocketException reset) {
            // as good as closed
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
