package dev.greengraph.live;

import dev.greengraph.live.history.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a subscriber who was told so much by another replica has to be told here: what is new or other here. Both replicas read
 * the same journals, some seconds apart.
 */
final class Difference {

    /** So close to the end of the journals one replica may still have a row that another has no more. */
    private static final Duration EDGE = Duration.ofHours(1);
    /** What is older than that all replicas have known for long, unless it has left the journals. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final Map<Long, Mark> rest;
    private final long begin;
    private final long recent;
    private final List<KnownRows.Seen> news = new ArrayList<>();
    private boolean isOlder;

    /**
     * Nothing is compared yet.
     *
     * @param told by the other replica, by name; it is used up
     */
    Difference(Map<Long, Mark> told, Instant now) {
        this.rest = told;
        this.begin = now.minus(Watch.WATCHED).plus(EDGE).getEpochSecond();
        this.recent = now.minus(RECENT).getEpochSecond();
    }

    /** Compares a row of this replica. */
    void compare(KnownRows.Known here) {
        Mark mark = here.mark();
        Mark told = rest.remove(mark.row());
        if (told == null) {
            if (mark.seconds() >= begin) {
                news.add(new KnownRows.Seen(here.row(), null));
            }
        } else if (told.content() != mark.content()) {
            news.add(new KnownRows.Seen(here.row(), told));
            isOlder |= told.seconds() > mark.seconds();
        }
    }

    /** Whether the other replica knew something that is not known here yet; once all rows are compared. */
    boolean isBehind() {
        return isOlder || rest.values().stream().anyMatch(mark -> mark.seconds() >= recent);
    }

    /** What it is not told yet, oldest first; once all rows are compared. */
    List<KnownRows.Seen> news() {
        return news.stream().sorted(KnownRows.Seen.OLDEST_FIRST).toList();
    }
}
