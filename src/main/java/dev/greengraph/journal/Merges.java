package dev.greengraph.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Both directions as one: a merge serves every chat of a list, as long as neither window changes. No byte bound counts
 * merges, so only the latest is kept, and only while it is read.
 */
final class Merges {

    static final Duration UNREAD = Duration.ofMinutes(1);
    private static final String LATEST = "latest";

    private final Cache<String, Merge> merged;

    Merges(Clock clock) {
        this.merged = Caffeine.newBuilder()
                .expireAfterAccess(UNREAD)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .build();
    }

    Window of(Window received, Window sent) {
        Merge merge = merged.asMap()
                .compute(
                        LATEST,
                        (latest, held) -> held != null && held.isOf(received, sent)
                                ? held
                                : new Merge(received, sent, received.merge(sent)));
        return Objects.requireNonNull(merge).both();
    }

    private record Merge(Window received, Window sent, Window both) {

        private boolean isOf(Window otherReceived, Window otherSent) {
            return received.equals(otherReceived) && sent.equals(otherSent);
        }
    }
}
