package dev.greengraph.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Three packaged gateways of one account over one Redis. */
final class PackagedReplicas implements AutoCloseable {

    static final int REPLICAS = 3;
    static final String TOKEN = "canary-token-of-the-shop-0123456789";

    private static final long LONGEST_SECONDS = 60;
    /** Whoever waits leaves the processor to the gateways. */
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, String> settings;
    private final List<GatewayProcess> gateways = new CopyOnWriteArrayList<>();

    /**
     * Starts them.
     *
     * @param folder for the secret of the deployment
     * @param further settings, in place of the usual ones
     */
    PackagedReplicas(String upstream, String redis, Path folder, Map<String, String> further) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), Replica.SECRET);
        settings = new HashMap<>(Map.of(
                "greengraph.accounts.shop.id-instance",
                Replica.ID_INSTANCE,
                "greengraph.accounts.shop.api-token",
                TOKEN,
                "greengraph.accounts.shop.api-url",
                upstream,
                "greengraph.replicas.redis",
                redis,
                "greengraph.replicas.secret-file",
                secret.toString(),
                "greengraph.upstream.timeout",
                "3s",
                "greengraph.warm-up.time",
                "2s",
                "greengraph.budget.max-wait",
                "30s",
                "greengraph.limits.request-time",
                "40s"));
        // The machine that tests may be slow.
        settings.put("greengraph.limits.queue-time", "30s");
        settings.put("greengraph.limits.waiting-time", "30s");
        settings.putAll(further);
        List<CompletableFuture<GatewayProcess>> starting = IntStream.range(0, REPLICAS)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::start))
                .toList();
        starting.forEach(gateway -> gateways.add(gateway.join()));
    }

    private GatewayProcess start() {
        try {
            return GatewayProcess.start(settings);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    GatewayProcess get(int replica) {
        return gateways.get(replica);
    }

    /** Another one takes the place of one that has ended; it is ready. */
    void replace(int replica) throws IOException {
        get(replica).close();
        gateways.set(replica, start());
        await(() -> isReady(replica));
    }

    boolean isReady(int replica) {
        return send(get(replica), "/q/health/ready").statusCode() == 200;
    }

    /** Waits until all share, and know of each other. */
    void awaitShared() {
        for (GatewayProcess gateway : gateways) {
            await(() -> says(gateway, "greengraph_replicas_mode{mode=\"shared\"} 1.0")
                    && says(gateway, "greengraph_replicas_seen " + REPLICAS + ".0"));
        }
    }

    /** Waits until none shares. */
    void awaitAlone() {
        gateways.forEach(gateway -> await(() -> says(gateway, "greengraph_replicas_mode{mode=\"alone\"} 1.0")));
    }

    private static boolean says(GatewayProcess gateway, String metric) {
        return send(gateway, "/q/metrics").body().contains(metric);
    }

    /** Processes start and end meanwhile, so longer than what happens in one. */
    static void await(BooleanSupplier condition) {
        assertTimeoutPreemptively(Duration.ofSeconds(LONGEST_SECONDS), () -> {
            while (!condition.getAsBoolean()) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        });
    }

    CompletableFuture<HttpResponse<String>> ask(int replica, String chat) {
        return ask(get(replica), chat);
    }

    static CompletableFuture<HttpResponse<String>> ask(GatewayProcess gateway, String chat) {
        String query =
                "{account(name:\\\"shop\\\"){chat(chatId:\\\"%s\\\"){history(first:1){nodes{id}}}}}".formatted(chat);
        return HTTP.sendAsync(
                HttpRequest.newBuilder(uri(gateway))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI uri(GatewayProcess gateway) {
        try {
            return gateway.uri("/graphql");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A chat; none of its number is in the log or in Redis. */
    static String chat(int number) {
        return "7000000%04d@c.us".formatted(number);
    }

    static List<HttpResponse<String>> answers(List<CompletableFuture<HttpResponse<String>>> asked) {
        return asked.stream()
                .map(answer ->
                        answer.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join())
                .toList();
    }

    static void assertServed(List<HttpResponse<String>> answers) {
        for (HttpResponse<String> answer : answers) {
            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(isServed(answer), answer.body());
        }
    }

    static boolean isServed(HttpResponse<String> answer) {
        return answer.body().contains("{\"history\":{\"nodes\":[]}}");
    }

    private static HttpResponse<String> send(GatewayProcess gateway, String path) {
        try {
            return HTTP.sendAsync(
                            HttpRequest.newBuilder(gateway.managementUri(path)).build(), BodyHandlers.ofString())
                    .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        for (GatewayProcess gateway : gateways) {
            gateway.close();
        }
    }
}
