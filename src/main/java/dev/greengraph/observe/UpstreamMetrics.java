package dev.greengraph.observe;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The metrics of cache and gates. A recorder gets the {@link EndpointMetrics} of its endpoint once and keeps them. */
@Singleton
public class UpstreamMetrics {

    private final MeterRegistry registry;
    private final Meters meters;
    private final ConcurrentMap<Key, EndpointMetrics> byEndpoint = new ConcurrentHashMap<>();

    /** Records there. */
    public UpstreamMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.meters = Meters.of(registry);
    }

    /**
     * The metrics of one upstream method of one account.
     *
     * @param account name of a configured account, never what a caller sent
     * @param endpoint name of the upstream method
     */
    public EndpointMetrics endpoint(String account, String endpoint) {
        return byEndpoint.computeIfAbsent(
                new Key(account, endpoint),
                key -> new EndpointMetrics(new EndpointMeters.Maker(registry, account, endpoint)));
    }

    /**
     * Shows how much memory the held answers take.
     *
     * @param maxBytes most of it
     * @param heldBytes asked with every scrape
     */
    public void memory(long maxBytes, LongSupplier heldBytes) {
        meters.bytes("greengraph.cache.held", "What the cache holds, estimated.", heldBytes);
        meters.bytes("greengraph.cache.held.limit", "Most that the cache holds.", () -> maxBytes);
    }

    /**
     * Shows how much memory answers take while they are received and read.
     *
     * @param maxBytes most of it
     * @param heldBytes asked with every scrape
     */
    public void answers(long maxBytes, LongSupplier heldBytes) {
        meters.bytes("greengraph.upstream.answers.held", "Answers being received or read.", heldBytes);
        meters.bytes("greengraph.upstream.answers.held.limit", "Most of them at the same time.", () -> maxBytes);
    }

    /**
     * Shows whether this process reads the queue of an account's notifications.
     *
     * @param isReading asked with every scrape
     */
    public void queue(String account, BooleanSupplier isReading) {
        meters.gauge(
                "greengraph.notifications.queue.reading",
                "1 where this replica reads the account's queue of notifications",
                () -> isReading.getAsBoolean() ? 1 : 0,
                "account",
                account);
    }

    private record Key(String account, String endpoint) {}
}
