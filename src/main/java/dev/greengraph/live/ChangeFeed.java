package dev.greengraph.live;

import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.gate.Timing;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one account: while somebody subscribes, both journals of the last day are read as often as they are fresh,
 * once for all subscribers and together with whoever queries them.
 */
final class ChangeFeed {

    /** An answer of exactly that age is still fresh. */
    private static final Duration JUST_OVER = Duration.ofMillis(1);

    private final AccountRepository repository;
    private final Timing time;
    private final Duration interval;
    private final LiveConfig config;
    private final Executor detached;
    private final Set<ChangeSubscription> subscribers = new CopyOnWriteArraySet<>();
    private @Nullable Watch watch;

    /**
     * A feed that does nothing until somebody subscribes.
     *
     * @param interval how long the journals are fresh
     * @param detached runs a reading outside of any request
     */
    ChangeFeed(AccountRepository repository, Timing time, Duration interval, LiveConfig config, Executor detached) {
        this.repository = repository;
        this.time = time;
        this.interval = interval;
        this.config = config;
        this.detached = detached;
    }

    /**
     * The changes from now on.
     *
     * @param after what happened since that position comes first; fails with {@link UnknownPosition} if that is not known
     */
    Publisher<Change> changes(@Nullable String after) {
        if (after != null) {
            since(after);
        }
        return subscriber -> subscribe(subscriber, after);
    }

    /** Something is held that was not there at the last look. */
    synchronized void lookNow() {
        if (watch != null) {
            watch.lookNow();
        }
    }

    private synchronized void subscribe(Subscriber<? super Change> subscriber, @Nullable String after) {
        List<Change> before = after == null ? List.of() : since(after);
        ChangeSubscription[] own = new ChangeSubscription[1];
        own[0] = new ChangeSubscription(subscriber, before, config.buffer() + before.size(), () -> remove(own[0]));
        subscribers.add(own[0]);
        if (watch == null) {
            watch = new Watch();
            watch.look();
        }
        subscriber.onSubscribe(own[0]);
    }

    private synchronized List<Change> since(String after) {
        return Optional.ofNullable(watch)
                .flatMap(watching -> watching.history.after(after))
                .orElseThrow(UnknownPosition::new);
    }

    private synchronized void remove(ChangeSubscription subscriber) {
        subscribers.remove(subscriber);
        if (watch != null && subscribers.isEmpty()) {
            watch.lonelySince = time.clock().instant();
        }
    }

    /** From the first subscriber until a while after the last one. */
    private final class Watch {

        private final ChangeHistory history =
                new ChangeHistory(Long.toString(time.clock().millis(), Character.MAX_RADIX), config.history());
        private final KnownRows incoming = new KnownRows();
        private final KnownRows outgoing = new KnownRows();
        private Instant lonelySince = time.clock().instant();

        private void look() {
            detached.execute(() -> readings()
                    .chain(() -> time.delay().of(interval.plus(JUST_OVER)))
                    .subscribe()
                    .with(passed -> goOn()));
        }

        private void lookNow() {
            detached.execute(() -> readings().subscribe().with(read -> {}));
        }

        private Uni<Void> readings() {
            return Uni.join()
                    .all(
                            reading(repository.incoming(WindowSizes.DAY).uni(), incoming),
                            reading(repository.outgoing(WindowSizes.DAY).uni(), outgoing))
                    .andCollectFailures()
                    .replaceWithVoid()
                    .onFailure()
                    .recoverWithNull();
        }

        private Uni<Void> reading(Uni<Reading<Window>> journal, KnownRows known) {
            return journal.invoke(reading -> learn(reading.value(), known)).replaceWithVoid();
        }

        private void learn(Window window, KnownRows known) {
            synchronized (ChangeFeed.this) {
                known.learn(window.rows()).stream()
                        .map(history::add)
                        .forEach(change -> subscribers.forEach(subscriber -> subscriber.offer(change)));
            }
        }

        private void goOn() {
            synchronized (ChangeFeed.this) {
                if (subscribers.isEmpty() && !time.clock().instant().isBefore(lonelySince.plus(config.linger()))) {
                    watch = null;
                    return;
                }
            }
            look();
        }
    }
}
