package dev.greengraph.bench;

import dev.greengraph.gate.Timing;
import dev.greengraph.replica.VirtualRedis;
import dev.greengraph.runtime.VirtualRepositories;
import dev.greengraph.runtime.VirtualRepositories.Bodies;
import dev.greengraph.testsupport.VirtualTime;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Several gateways over one Redis, asked in turn; their clocks are minutes apart. */
final class Replicas implements Mechanism {

    private static final Duration APART = Duration.ofMinutes(1);

    private final List<Replica> all = new ArrayList<>();
    private int asked;

    /** @param ahead how much its clock is ahead */
    private record Replica(Gateway gateway, Duration ahead) {}

    /**
     * So many of them, new.
     *
     * @param redis what they share through
     */
    Replicas(int count, Settings settings, VirtualTime time, VirtualRedis redis, VirtualRepositories.Upstream asked) {
        Bodies bodies = new Bodies();
        for (int number = 0; number < count; number++) {
            Duration ahead = APART.multipliedBy(number);
            Timing own = new Timing(Clock.offset(time, ahead), time::after);
            VirtualRedis.Shared shared = redis.replica(own, settings.gate(), count);
            all.add(new Replica(
                    new Gateway(new VirtualRepositories(
                            Workload.accounts(settings.bench()),
                            asked,
                            bodies,
                            shared,
                            settings.cache(),
                            settings.budget(),
                            settings.gate(),
                            own)),
                    ahead));
        }
    }

    @Override
    public Uni<Answer> ask(Query query) {
        Replica replica = Objects.requireNonNull(all.get(asked++ % all.size()));
        return replica.gateway()
                .ask(query)
                .map(answer -> new Answer(
                        answer.fetchedAt() == null ? null : answer.fetchedAt().minus(replica.ahead()),
                        answer.staleBecause()));
    }
}
