package dev.greengraph.live;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.gate.Timing;
import dev.greengraph.live.history.Position;
import dev.greengraph.live.history.SharedHistories;
import dev.greengraph.live.history.ToldState;
import dev.greengraph.upstream.row.MessageRow;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one account: while somebody subscribes, both journals of the last day are read as often as they are fresh,
 * once for all subscribers and together with whoever queries them. A subscriber that comes from another replica is told the
 * difference of what it was told there and what is known here.
 */
final class ChangeFeed {

    /** A replica that knows less than another one told has it all after so many readings, or says that changes were missed. */
    private static final int READINGS = 4;
    /** The history of a chat that is no longer fresh, and that nobody has asked for that long, is not kept up to date. */
    private static final Duration LOOKED_AT = Duration.ofMinutes(5);

    private final Terms terms;
    private final LiveConfig config;
    private final Set<ChangeSubscription> subscribers = new CopyOnWriteArraySet<>();
    private final Elsewhere elsewhere;
    private @Nullable Watch watch;

    /**
     * How an account is watched.
     *
     * @param interval how long the journals are fresh
     * @param detached runs a reading outside of any request
     * @param shared what replicas know of each other's subscribers
     */
    record Terms(
            AccountId account,
            AccountRepository repository,
            Timing time,
            Duration interval,
            Executor detached,
            SharedHistories shared) {

        Instant now() {
            return time.clock().instant();
        }
    }

    /** A feed that does nothing until somebody subscribes. */
    ChangeFeed(Terms terms, LiveConfig config) {
        this.terms = terms;
        this.config = config;
        this.elsewhere = new Elsewhere(terms);
    }

    /**
     * The changes from now on.
     *
     * @param after what happened since that position comes first, or that it is not known; fails with {@link UnknownPosition} if
     *     that is no position
     * @param wanted by the subscriber, of what it was not told elsewhere
     */
    Publisher<Change> changes(@Nullable String after, Predicate<MessageRow> wanted) {
        Position position = after == null ? null : Position.parse(after).orElseThrow(UnknownPosition::new);
        return subscriber -> subscribe(subscriber, position, wanted);
    }

    /** Something is held that was not there at the last look. */
    synchronized void lookNow() {
        if (watch != null) {
            watch.lookNow();
        }
    }

    private synchronized void subscribe(
            Subscriber<? super Change> subscriber, @Nullable Position after, Predicate<MessageRow> wanted) {
        ChangeSubscription[] own = new ChangeSubscription[1];
        own[0] = new ChangeSubscription(subscriber, config.buffer(), () -> remove(own[0]));
        subscribers.add(own[0]);
        Watch watching = watch;
        if (watching == null) {
            watching = new Watch(terms, config.history(), this);
            watch = watching;
            watching.look();
        }
        Optional<List<Change>> before =
                after == null ? Optional.of(List.of()) : watching.history().after(after);
        before.ifPresent(own[0]::begin);
        subscriber.onSubscribe(own[0]);
        if (after != null && before.isEmpty()) {
            goOn(own[0], after, watching, wanted);
        }
    }

    private void goOn(ChangeSubscription subscriber, Position after, Watch watching, Predicate<MessageRow> wanted) {
        terms.detached()
                .execute(() -> elsewhere
                        .told(after)
                        .emitOn(terms.detached())
                        .call(told -> told.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : caughtUp(watching, after, told.get(), READINGS))
                        .subscribe()
                        .with(told -> begin(subscriber, after, watching, told, wanted)));
    }

    /** Reads until nothing is missing that the other replica told: else it would be told again. */
    private Uni<Void> caughtUp(Watch watching, Position after, ToldState told, int readings) {
        return watching.readings()
                .chain(() -> readings > 1 && isBehind(watching, after, told)
                        ? watching.untilNext().chain(() -> caughtUp(watching, after, told, readings - 1))
                        : Uni.createFrom().voidItem());
    }

    private synchronized boolean isBehind(Watch watching, Position after, ToldState told) {
        return elsewhere
                .difference(watching.history(), after, told)
                .map(Difference::isBehind)
                .orElse(false);
    }

    private synchronized void begin(
            ChangeSubscription subscriber,
            Position after,
            Watch watching,
            Optional<ToldState> told,
            Predicate<MessageRow> wanted) {
        ChangeHistory history = watching.history();
        subscriber.begin(told.flatMap(known -> elsewhere.difference(history, after, known))
                .filter(difference -> !difference.isBehind())
                .map(Difference::news)
                .filter(news -> news.size() <= config.history())
                .map(news -> history.upToNow(
                        news.stream().filter(seen -> wanted.test(seen.row())).toList()))
                .orElseGet(() -> List.of(history.missed())));
    }

    /** A journal was read. */
    synchronized void learn(Watch watching, List<MessageRow> rows, boolean isOutgoing) {
        List<Change> changes = watching.history().learn(rows, isOutgoing);
        if (!changes.isEmpty()) {
            elsewhere.changed();
            terms.repository()
                    .showInHistories(
                            terms.now().minus(LOOKED_AT),
                            changes.stream().map(Change::row).toList());
        }
        changes.forEach(change -> subscribers.forEach(subscriber -> subscriber.offer(change)));
        watching.learnt(!changes.isEmpty());
    }

    private synchronized void remove(ChangeSubscription subscriber) {
        subscribers.remove(subscriber);
        if (watch != null && subscribers.isEmpty()) {
            watch.lonely();
        }
    }

    /** Ends the watch if nobody subscribes and the last one has left a while ago; says whether it goes on. */
    synchronized boolean staysWatched(Instant lonelySince) {
        boolean stays = !subscribers.isEmpty() || terms.now().isBefore(lonelySince.plus(config.linger()));
        if (!stays) {
            watch = null;
        }
        return stays;
    }
}
