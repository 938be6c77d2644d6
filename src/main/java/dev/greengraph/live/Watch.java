package dev.greengraph.live;

import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.live.history.Position;
import dev.greengraph.live.history.SharedHistories;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Reads the journals of an account from the first subscriber until a while after the last one, and keeps in sight of other
 * replicas what subscribers were told. What it knows belongs to its {@link ChangeFeed}, whose lock guards it.
 */
final class Watch {

    /** A state is kept so often, however much happens. */
    static final Duration BETWEEN_STATES = Duration.ofSeconds(1);
    /** How much of the journals is read. */
    static final Duration WATCHED = Duration.ofMinutes(WindowSizes.DAY);

    /** An answer of exactly that age is still fresh. */
    private static final Duration JUST_OVER = Duration.ofMillis(1);

    private final ChangeFeed.Terms terms;
    private final ChangeFeed feed;
    private final ChangeHistory history;
    private Instant lonelySince;
    private Instant keptAt = Instant.EPOCH;
    private boolean isToBeKept;

    /** @param most changes that are kept */
    Watch(ChangeFeed.Terms terms, int most, ChangeFeed feed) {
        this.terms = terms;
        this.feed = feed;
        this.history =
                new ChangeHistory(Position.history(ThreadLocalRandom.current().nextLong()), most);
        this.lonelySince = terms.now();
    }

    ChangeHistory history() {
        return history;
    }

    void look() {
        terms.detached()
                .execute(() -> readings().chain(this::untilNext).subscribe().with(passed -> goOn()));
    }

    void lookNow() {
        terms.detached().execute(() -> readings().subscribe().with(read -> {}));
    }

    /** Both journals are read; never fails. */
    Uni<Void> readings() {
        return Uni.join()
                .all(
                        reading(terms.repository().incoming(WindowSizes.DAY).uni(), false),
                        reading(terms.repository().outgoing(WindowSizes.DAY).uni(), true))
                .andCollectFailures()
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    /** Until the journals are no longer fresh. */
    Uni<Void> untilNext() {
        return terms.time().delay().of(terms.interval().plus(JUST_OVER));
    }

    private Uni<Void> reading(Uni<Reading<Window>> journal, boolean isOutgoing) {
        return journal.invoke(reading -> feed.learn(this, reading.value().rows(), isOutgoing))
                .replaceWithVoid();
    }

    private void goOn() {
        if (feed.staysWatched(lonelySince)) {
            look();
        }
    }

    /** Nobody subscribes any more. */
    void lonely() {
        lonelySince = terms.now();
    }

    /** A journal was read: what is known now is kept soon, at the latest before what was kept is forgotten. */
    void learnt(boolean isChanged) {
        boolean isDue = isChanged || !terms.now().isBefore(keptAt.plus(SharedHistories.REMEMBERED.dividedBy(2)));
        if (!isDue || isToBeKept || !terms.shared().isShared() || !history.isRead()) {
            return;
        }
        isToBeKept = true;
        Duration wait = Duration.between(terms.now(), keptAt.plus(BETWEEN_STATES));
        if (wait.isNegative() || wait.isZero()) {
            keep();
        } else {
            terms.time().delay().of(wait).subscribe().with(passed -> {
                synchronized (feed) {
                    keep();
                }
            });
        }
    }

    private void keep() {
        isToBeKept = false;
        keptAt = terms.now();
        terms.shared().keep(terms.account(), history.name(), history.state());
    }
}
