package dev.greengraph.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.process.GatewayProcess;
import dev.greengraph.testsupport.process.HeldUpstream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** SIGTERM in mid-load: the packaged gateway says that it is going, finishes what it has begun, and is gone. */
class ShutdownIT {

    private static final int ACCOUNTS = 5;
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final HttpClient caller =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void finishesWhatIsInFlightAndTakesNothingNew() throws IOException, InterruptedException {
        try (HeldUpstream upstream = new HeldUpstream(ACCOUNTS);
                GatewayProcess gateway = GatewayProcess.start(settings(upstream))) {
            assertEquals(200, get(gateway.managementUri("/q/health/ready")));
            List<CompletableFuture<HttpResponse<String>>> inFlight = new ArrayList<>();
            for (int account = 0; account < ACCOUNTS; account++) {
                inFlight.add(ask(gateway, history(account, "70000000001@c.us")));
            }
            upstream.awaitCalls();
            // Their turn at the upstream comes a second later than that of the first.
            for (int account = 0; account < ACCOUNTS; account++) {
                inFlight.add(ask(gateway, history(account, "70000000002@c.us")));
            }
            assertEquals(200, answer(ask(gateway, "{accounts{name}}")).statusCode());

            gateway.terminate();

            awaitNotReady(gateway);
            assertEquals(200, get(gateway.managementUri("/q/health/live")));
            HttpResponse<String> meanwhile = answer(ask(gateway, "{accounts{name}}"));
            assertEquals(200, meanwhile.statusCode());
            assertEquals("close", meanwhile.headers().firstValue("connection").orElse("kept"));
            gateway.awaitLog(log -> log.contains("Waiting for HTTP requests to complete"));
            assertFalse(inFlight.stream().anyMatch(CompletableFuture::isDone), "they wait for the upstream");

            upstream.release();

            for (CompletableFuture<HttpResponse<String>> request : inFlight) {
                HttpResponse<String> answer = answer(request);
                assertEquals(200, answer.statusCode());
                assertTrue(answer.body().contains("{\"history\":{\"nodes\":[]}}"), answer.body());
            }
            assertEquals(143, gateway.awaitEnd(GRACE));
            assertFalse(gateway.log().contains(" ERROR "), gateway.log());
        }
    }

    private static Map<String, String> settings(HeldUpstream upstream) {
        Map<String, String> settings = new HashMap<>();
        for (int account = 0; account < ACCOUNTS; account++) {
            String prefix = "greengraph.accounts.a" + account + ".";
            settings.put(prefix + "id-instance", Integer.toString(710300000 + account));
            settings.put(prefix + "api-token", "secret-token-0123456789");
            settings.put(prefix + "api-url", upstream.url());
        }
        settings.put("quarkus.shutdown.delay", "2s");
        // The machine that tests may be slow; what is tested is the order of events.
        settings.put("greengraph.upstream.timeout", "60s");
        settings.put("greengraph.budget.max-wait", "60s");
        settings.put("greengraph.limits.queue-time", "60s");
        settings.put("greengraph.limits.request-time", "60s");
        settings.put("quarkus.shutdown.timeout", "60s");
        return settings;
    }

    private static String history(int account, String chat) {
        return "{account(name:\\\"a%d\\\"){chat(chatId:\\\"%s\\\"){history{nodes{id}}}}}".formatted(account, chat);
    }

    private CompletableFuture<HttpResponse<String>> ask(GatewayProcess gateway, String query) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(gateway.uri("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                .build();
        return caller.sendAsync(request, BodyHandlers.ofString());
    }

    private void awaitNotReady(GatewayProcess gateway) throws IOException, InterruptedException {
        long end = System.nanoTime() + GRACE.toNanos();
        while (get(gateway.managementUri("/q/health/ready")) != 503) {
            assertTrue(System.nanoTime() < end, "it stays ready");
        }
    }

    private int get(URI address) throws IOException, InterruptedException {
        return caller.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> request) {
        return request.orTimeout(GRACE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
