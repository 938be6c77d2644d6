package dev.greengraph.graphql.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greengraph.account.AccountId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Up to which moment each viewer has read each chat. Kept in the memory of this process and bounded in bytes; a marker moves
 * forward only. What a viewer has marked nothing in counts as read up to the viewer's first look at the account.
 */
@Singleton
final class ReadMarkers {

    private static final long MOST_BYTES = 16_000_000;
    private static final int BYTES_OF_MARKER = 200;
    private static final int BYTES_OF_CHARACTER = 2;
    /** Where the first look at an account is kept: no chat has such an id. */
    private static final String FIRST_LOOK = "";

    private final Clock clock;
    private final Cache<Place, Instant> markers;

    private record Place(String viewer, AccountId account, String chatId) {

        int bytes() {
            return BYTES_OF_MARKER + BYTES_OF_CHARACTER * (viewer.length() + chatId.length());
        }
    }

    @Inject
    ReadMarkers(Clock clock) {
        this(clock, MOST_BYTES);
    }

    /** @param mostBytes most estimated bytes kept */
    ReadMarkers(Clock clock, long mostBytes) {
        this.clock = clock;
        this.markers = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .<Place, Instant>weigher((place, upTo) -> place.bytes())
                .executor(Runnable::run)
                .build();
    }

    /** What was sent or received at this moment or earlier is read. The first look at an account is remembered. */
    Instant readUpTo(String viewer, AccountId account, String chatId) {
        Instant firstLook = markers.get(new Place(viewer, account, FIRST_LOOK), first -> clock.instant());
        Instant marked = markers.getIfPresent(new Place(viewer, account, chatId));
        return marked == null ? firstLook : marked;
    }

    /** Moves the marker of a chat to that moment, unless it is there or farther already. */
    void mark(String viewer, AccountId account, String chatId, Instant upTo) {
        Instant firstLook = markers.getIfPresent(new Place(viewer, account, FIRST_LOOK));
        Instant wanted = firstLook == null ? upTo : later(firstLook, upTo);
        markers.asMap().merge(new Place(viewer, account, chatId), wanted, ReadMarkers::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
