package dev.greengraph.http.guard;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Two sites with an empty page; the gateway allows the origin of one. */
public class ForeignPages implements QuarkusTestResourceLifecycleManager {

    private static final byte[] PAGE =
            "<!doctype html><title>foreign</title><link rel=icon href=data:,>".getBytes(StandardCharsets.UTF_8);

    private final HttpServer allowed = site();
    private final HttpServer unknown = site();

    /**
     * Where a browser can be.
     *
     * @param allowed the origin in the settings
     * @param unknown another one
     */
    record Origins(String allowed, String unknown) {}

    @Override
    public Map<String, String> start() {
        allowed.start();
        unknown.start();
        return Map.of("greengraph.http.cors.origins", "https://app.example.com," + origin(allowed));
    }

    @Override
    public void stop() {
        allowed.stop(0);
        unknown.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                new Origins(origin(allowed), origin(unknown)),
                field -> field.getType().equals(Origins.class));
    }

    private static HttpServer site() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, PAGE.length);
                exchange.getResponseBody().write(PAGE);
                exchange.close();
            });
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String origin(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
