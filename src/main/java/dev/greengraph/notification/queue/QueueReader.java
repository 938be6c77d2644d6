package dev.greengraph.notification.queue;

import dev.greengraph.cache.notified.SharedNotifications;
import dev.greengraph.gate.RetryLater;
import dev.greengraph.gate.Timing;
import dev.greengraph.observe.LogKey;
import dev.greengraph.observe.LogLine;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.account.QueuedNotification;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Reads one account's queue, one notification after the other: receives it, takes it, deletes it. What was received and not
 * deleted, since the process died or the call failed, the upstream gives again; taking one twice is harmless.
 *
 * <p>After a failure it waits, longer after each one in a row. While another replica reads the queue it looks now and then
 * whether that has stopped.
 */
final class QueueReader {

    private static final Logger LOG = Logger.getLogger(QueueReader.class);

    /** While another replica reads. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    /** An upstream that does not wait is not asked more often than that for what it does not have. */
    private static final Duration BETWEEN_EMPTY = Duration.ofSeconds(1);

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

    private final NotificationQueue queue;
    private final Function<byte[], Uni<Void>> take;
    private final SharedNotifications shared;
    private final Timing time;
    private Duration backoff = FIRST_BACKOFF;
    private volatile boolean isReading;
    private volatile Cancellable running = () -> {};

    /** @param take takes a notification over; done when it may be deleted */
    QueueReader(NotificationQueue queue, Function<byte[], Uni<Void>> take, SharedNotifications shared, Timing time) {
        this.queue = queue;
        this.take = take;
        this.shared = shared;
        this.time = time;
    }

    /** Begins. */
    void start() {
        running = Multi.createBy()
                .repeating()
                .uni(this::round)
                .indefinitely()
                .subscribe()
                .with(done -> {});
    }

    /** Ends, and lets another replica read. A call that is under way is given up. */
    void stop() {
        running.cancel();
        isReading = false;
        shared.releaseQueue(queue.account().id());
    }

    /** Whether this replica reads the queue now. */
    boolean isReading() {
        return isReading;
    }

    /** Never fails; void is an item here, so that the next round follows. */
    private Uni<Boolean> round() {
        return shared.holdQueue(queue.account().id())
                .invoke(isOurs -> isReading = isOurs)
                .chain(isOurs -> isOurs ? read() : time.delay().of(BETWEEN_LOOKS))
                .replaceWith(true);
    }

    private Uni<Void> read() {
        Instant askedAt = time.clock().instant();
        return queue.next()
                .chain(next -> next.isPresent() ? takeAndDelete(next.get()) : afterNone(askedAt))
                .invoke(this::works)
                .onFailure()
                .recoverWithUni(failure -> backOff(failure));
    }

    private Uni<Void> takeAndDelete(QueuedNotification next) {
        return take.apply(next.body().getBytes(StandardCharsets.UTF_8)).chain(() -> queue.delete(next));
    }

    private Uni<Void> afterNone(Instant askedAt) {
        Duration rest = Duration.between(time.clock().instant(), askedAt.plus(BETWEEN_EMPTY));
        return rest.isNegative() || rest.isZero()
                ? Uni.createFrom().voidItem()
                : time.delay().of(rest);
    }

    private void works() {
        if (backoff.compareTo(FIRST_BACKOFF) > 0) {
            line("the queue of notifications is read again").to(LOG, Logger.Level.INFO);
        }
        backoff = FIRST_BACKOFF;
    }

    private Uni<Void> backOff(Throwable failure) {
        if (backoff.equals(FIRST_BACKOFF)) {
            line("the queue of notifications cannot be read, is a webhookUrl set?")
                    .with(LogKey.CAUSE, cause(failure))
                    .to(LOG, Logger.Level.WARN);
        }
        Duration asked = failure instanceof RetryLater later ? later.retryAfter() : Duration.ZERO;
        Duration wait = asked.compareTo(backoff) > 0 ? asked : backoff;
        Duration doubled = backoff.multipliedBy(2);
        backoff = doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
        return time.delay().of(wait);
    }

    private LogLine line(String text) {
        return LogLine.of(text).with(LogKey.ACCOUNT, queue.account().id());
    }

    /** The kind of failure: what the upstream said is not for the log. */
    private static String cause(Throwable failure) {
        Throwable first = failure instanceof RetryLater later
                ? Optional.<Throwable>ofNullable(later.because()).orElse(failure)
                : failure;
        return first instanceof UpstreamFailure upstream
                ? upstream.outcome().name()
                : first.getClass().getSimpleName();
    }
}
