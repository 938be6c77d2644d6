package dev.greengraph.simulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Whether and how the simulator runs. It always listens on 127.0.0.1 only. */
@ConfigMapping(prefix = "greengraph.simulator")
public interface SimulatorConfig {

    /**
     * Whether it starts with the application. Unless set, it does exactly when no account is configured: {@link
     * SimulatorAccounts} decides and then sets it. True with accounts of your own starts it beside them.
     */
    Optional<Boolean> enabled();

    /** The port it listens on, 1 to 65535. A port that is taken stops the start of the application. */
    @WithDefault("7391")
    int port();

    /** What the data is made from: the same seed gives the same people, texts and order of events. */
    @WithDefault("42")
    long seed();
}
