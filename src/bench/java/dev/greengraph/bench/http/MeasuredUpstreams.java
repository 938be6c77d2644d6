package dev.greengraph.bench.http;

import dev.greengraph.simulator.Simulator;
import dev.greengraph.testsupport.process.RecordedUpstream;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two upstreams that the gateway reads before it is measured. */
final class MeasuredUpstreams implements AutoCloseable {

    private static final String SHOP_TOKEN = "simulated-shop-token-that-opens-only-the-simulator";

    private final Vertx vertx = Vertx.vertx();
    private final RecordedUpstream recorded = new RecordedUpstream(Clock.systemUTC());
    private final int port = new Simulator(vertx, Clock.systemUTC(), 42)
            .start(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    /** What the gateway has to be told; long fresh, so that an answer does not change while it is measured. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        account(settings, "main", "7103000001", SHOP_TOKEN, "http://127.0.0.1:" + port);
        account(settings, "recorded", "7103000002", "token-for-a-benchmark", recorded.url());
        settings.put("greengraph.warm-up.time", System.getProperty("bench.start-warm-up", "2s"));
        for (String journal : List.of("history", "messages")) {
            settings.put("greengraph.cache." + journal + ".fresh-for", "1h");
            settings.put("greengraph.cache." + journal + ".stale-for", "24h");
        }
        return settings;
    }

    private static void account(Map<String, String> settings, String name, String instance, String token, String url) {
        String prefix = "greengraph.accounts." + name + ".";
        settings.put(prefix + "id-instance", instance);
        settings.put(prefix + "api-token", token);
        settings.put(prefix + "api-url", url);
    }

    @Override
    public void close() {
        recorded.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
