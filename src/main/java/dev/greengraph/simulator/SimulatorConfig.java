package dev.greengraph.simulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
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

    /**
     * A file with a recording: the account of its messenger is the recorded one in place of the invented one. What
     * {@code GET /_simulator/recording} answered.
     */
    Optional<Path> recording();

    /**
     * Where the calls of accounts that are not the simulator's own are passed on to, so that their answers can be
     * recorded: such as {@code https://api.green-api.com}. Their {@code api-url} must be the simulator's address.
     * What is no address stops the start.
     */
    Optional<String> upstream();
}
