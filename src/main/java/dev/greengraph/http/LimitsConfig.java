package dev.greengraph.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a request may cost before anything is executed. */
@ConfigMapping(prefix = "greengraph.limits")
public interface LimitsConfig {

    /** Largest body of a request; a larger one is answered with 413 and QUERY_TOO_LARGE. */
    @WithDefault("128K")
    MemorySize requestBody();
}
