package dev.greengraph.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty accounts are answered with the largest allowed body, or a larger one, at the same time in a heap of 256 MB. */
class LargeAnswersIT {

    private static final int ACCOUNTS = 20;
    private static final int MEGABYTE = 1 << 20;
    private static final byte[] ENTRY =
            ("{\"type\":\"incoming\",\"idMessage\":\"3EB0000000000000000001\",\"timestamp\":1700000000,"
                            + "\"typeMessage\":\"textMessage\",\"chatId\":\"70000001001@c.us\",\"senderId\":\"70000001001@c.us\","
                            + "\"senderName\":\"Ann\",\"textMessage\":\"" + "x".repeat(1_800) + "\"}")
                    .getBytes(StandardCharsets.US_ASCII);

    private final CountDownLatch arrived = new CountDownLatch(ACCOUNTS);

    @ParameterizedTest
    @ValueSource(ints = {16 * MEGABYTE, 50 * MEGABYTE})
    void theGatewayAnswersAndLives(int size) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.setExecutor(threads);
        upstream.createContext("/", call -> answer(call, size));
        upstream.start();
        try (GatewayProcess gateway = GatewayProcess.start(
                List.of(GatewayProcess.java(), "-Xmx256m"),
                settings("http://127.0.0.1:" + upstream.getAddress().getPort()))) {
            HttpClient http = HttpClient.newHttpClient();
            URI graphql = gateway.uri("/graphql");
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, ACCOUNTS)
                    .mapToObj(
                            account -> http.sendAsync(question(graphql, account), HttpResponse.BodyHandlers.ofString()))
                    .toList();

            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertEquals(200, answer.join().statusCode());
                assertEquals(size > 16 * MEGABYTE, answer.join().body().contains("UPSTREAM_INVALID_RESPONSE"));
            }
            assertEquals(0, arrived.getCount());
            assertFalse(gateway.log().contains("OutOfMemoryError"), gateway.log());
            assertTrue(gateway.handle().isAlive());
        } finally {
            upstream.stop(0);
            threads.shutdownNow();
        }
    }

    private void answer(HttpExchange call, int size) throws IOException {
        arrived.countDown();
        try (call) {
            arrived.await();
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, size);
            var body = call.getResponseBody();
            int written = 1 + ENTRY.length;
            body.write('[');
            body.write(ENTRY);
            for (; written + ENTRY.length + 2 <= size; written += ENTRY.length + 1) {
                body.write(',');
                body.write(ENTRY);
            }
            body.write(" ".repeat(size - written - 1).getBytes(StandardCharsets.US_ASCII));
            body.write(']');
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest question(URI graphql, int account) {
        String query = "{account(name: \\\"a" + account + "\\\") {statuses(first: 1) {edges {node {id}}}}}";
        return HttpRequest.newBuilder(graphql)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + query + "\"}"))
                .build();
    }

    private static Map<String, String> settings(String url) {
        Map<String, String> settings = new TreeMap<>();
        for (int account = 0; account < ACCOUNTS; account++) {
            String prefix = "greengraph.accounts.a" + account + ".";
            settings.put(prefix + "id-instance", String.valueOf(7103000001L + account));
            settings.put(prefix + "api-token", "token0123456789abcdef");
            settings.put(prefix + "api-url", url);
        }
        // Reading them takes a while on a machine that does other things, too.
        settings.put("greengraph.upstream.timeout", "10m");
        settings.put("greengraph.limits.request-time", "10m");
        settings.put("greengraph.limits.queue-time", "1m");
        settings.put("greengraph.limits.waiting-time", "10m");
        settings.put("quarkus.http.idle-timeout", "15m");
        settings.put("greengraph.cache.max-memory", "32M");
        return settings;
    }
}
