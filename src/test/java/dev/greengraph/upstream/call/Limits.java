package dev.greengraph.upstream.call;

import dev.greengraph.upstream.UpstreamConfig;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** Settings of clients under test: time enough, and a body of 64 KiB at most. */
public record Limits(
        Duration timeout, Duration connectTimeout, MemorySize maxBody, MemorySize answerMemory, int connections)
        implements UpstreamConfig {

    public static final Limits ORDINARY =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(2), size(65_536), size(1 << 20), 20);

    public static final Limits IMPATIENT =
            new Limits(Duration.ofMillis(300), Duration.ofSeconds(2), size(65_536), size(1 << 20), 20);

    static Limits maxBody(int bytes) {
        return new Limits(ORDINARY.timeout(), ORDINARY.connectTimeout(), size(bytes), size(1 << 20), 20);
    }

    static Limits timeout(Duration timeout) {
        return new Limits(timeout, ORDINARY.connectTimeout(), size(65_536), size(1 << 20), 20);
    }

    static Limits connections(int connections) {
        return new Limits(ORDINARY.timeout(), ORDINARY.connectTimeout(), size(65_536), size(1 << 20), connections);
    }

    static Limits answerMemory(int bytes) {
        return new Limits(ORDINARY.timeout(), ORDINARY.connectTimeout(), size(65_536), size(bytes), 20);
    }

    private static MemorySize size(int bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }
}
