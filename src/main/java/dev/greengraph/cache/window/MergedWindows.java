package dev.greengraph.cache.window;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Remembers the merge of the incoming and the outgoing window, which serves every chat of a list until one of the two
 * changes. Merges are not counted in bytes, so only the latest of each size is kept, and only while it is read.
 */
public final class MergedWindows {

    static final Duration UNREAD = Duration.ofMinutes(1);

    private final Cache<Integer, Merge> merged;

    public MergedWindows(Clock clock) {
        this.merged = Caffeine.newBuilder()
                .expireAfterAccess(UNREAD)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .build();
    }

    /**
     * Both as one.
     *
     * @param size that was asked for, one of a few: a query that reads two sizes does not merge again for each chat
     */
    public Window of(int size, Window received, Window sent) {
        Merge merge = merged.asMap()
                .compute(
                        size,
                        (same, held) -> held != null && held.isOf(received, sent)
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
