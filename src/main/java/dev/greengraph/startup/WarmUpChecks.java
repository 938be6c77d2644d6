package dev.greengraph.startup;

import dev.greengraph.startup.warmup.WarmUpConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Makes a warm-up without end stop the start. */
@ApplicationScoped
class WarmUpChecks {

    private final WarmUpConfig warmUp;

    WarmUpChecks(WarmUpConfig warmUp) {
        this.warmUp = warmUp;
    }

    void check(@Observes StartupEvent start) {
        SettingRange.notNegative("greengraph.warm-up.time", warmUp.time());
    }
}
