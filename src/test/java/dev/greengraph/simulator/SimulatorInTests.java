package dev.greengraph.simulator;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The simulator on a free port, and the gateway told of its accounts as a person would. */
public class SimulatorInTests implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        int port = new Simulator(vertx, Clock.systemUTC(), 42)
                .start(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Map<String, String> settings = new HashMap<>();
        settings.put("greengraph.default-account", SimulatedAccount.SHOP.name());
        settings.put("greengraph.media.trusted-origins", "http://" + Simulator.HOST + ":" + port);
        // A thousand at once take their time on a slow machine.
        settings.put("greengraph.limits.waiting-time", "1m");
        for (SimulatedAccount account : SimulatedAccount.ALL) {
            String prefix = "greengraph.accounts." + account.name() + ".";
            settings.put(prefix + "id-instance", Long.toString(account.idInstance()));
            settings.put(prefix + "api-token", account.token());
            settings.put(prefix + "api-url", "http://" + Simulator.HOST + ":" + port);
            settings.put(prefix + "messenger", account.messenger().name());
        }
        return settings;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
