package dev.greengraph.bench;

import dev.greengraph.account.AccountId;
import dev.greengraph.upstream.UpstreamEndpoint;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What one writes in an afternoon: an answer is kept as long as the product calls it fresh, who asks the same at the same
 * time shares a call, a failure goes to all who share it. No budget, nothing stale, no answer of a larger window.
 */
final class TtlCache extends NoCache {

    private record Key(AccountId account, UpstreamEndpoint endpoint, String arguments) {}

    private final Settings settings;
    private final Map<Key, Instant> answers = new HashMap<>();
    private final Map<Key, Uni<Instant>> flights = new HashMap<>();

    TtlCache(Settings settings, Clock clock, VirtualUpstream upstream) {
        super(clock, upstream);
        this.settings = settings;
    }

    @Override
    Uni<Instant> read(AccountId account, UpstreamEndpoint endpoint, String arguments) {
        Key key = new Key(account, endpoint, arguments);
        Instant known = answers.get(key);
        if (known != null && !clock.instant().isAfter(known.plus(settings.freshFor(endpoint)))) {
            return Uni.createFrom().item(known);
        }
        return flights.computeIfAbsent(key, this::fly);
    }

    private Uni<Instant> fly(Key key) {
        return super.read(key.account(), key.endpoint(), key.arguments())
                .onItem()
                .invoke(at -> answers.put(key, at))
                .onTermination()
                .invoke(() -> flights.remove(key))
                .memoize()
                .indefinitely();
    }
}
