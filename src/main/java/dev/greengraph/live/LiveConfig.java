package dev.greengraph.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is kept of what changes, and for how long. */
@ConfigMapping(prefix = "greengraph.live")
public interface LiveConfig {

    /** Changes of an account that are kept for subscribers who come back, also to another replica. */
    @WithDefault("1000")
    int history();

    /** Changes that wait for a slow subscriber; more, and it is told that it missed some. */
    @WithDefault("256")
    int buffer();

    /** How long an account is still watched after its last subscriber has left. */
    @WithDefault("60s")
    Duration linger();
}
