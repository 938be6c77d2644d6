package dev.greengraph.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of upstream calls in time, size and number. */
@ConfigMapping(prefix = "greengraph.upstream")
public interface UpstreamConfig {

    /** The whole of one call, to the last byte; then the connection is closed and the code is UPSTREAM_TIMEOUT. */
    @WithDefault("5s")
    Duration timeout();

    /** How long a connection may take to be made; then the code is UPSTREAM_UNAVAILABLE. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** Largest answer, after decompression; a larger one is cut off and the code is UPSTREAM_INVALID_RESPONSE. */
    @WithDefault("16M")
    MemorySize maxBody();

    /** Most bytes of answers that are received or read at the same time, all calls together; the others wait. */
    @WithDefault("32M")
    MemorySize answerMemory();

    /** Connections to one upstream address, all endpoints together. */
    @WithDefault("20")
    int connections();
}
