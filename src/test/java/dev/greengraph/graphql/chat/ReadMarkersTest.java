package dev.greengraph.graphql.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.AccountId;
import dev.greengraph.testsupport.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Up to where somebody has read. */
class ReadMarkersTest {

    private static final AccountId SALES = new AccountId("sales");
    private static final AccountId SUPPORT = new AccountId("support");

    private final ManualClock clock = new ManualClock();
    private final ReadMarkers markers = new ReadMarkers(clock, 1_000_000);

    @Test
    void withoutAMarkerEverythingIsReadUpToTheFirstLook() {
        Instant first = clock.instant();
        assertEquals(first, markers.readUpTo("ann", SALES, "1"));
        clock.advance(Duration.ofHours(1));

        assertEquals(first, markers.readUpTo("ann", SALES, "1"));
        assertEquals(first, markers.readUpTo("ann", SALES, "2"));
        assertEquals(clock.instant(), markers.readUpTo("bob", SALES, "1"));
        assertEquals(clock.instant(), markers.readUpTo("ann", SUPPORT, "1"));
    }

    @Test
    void movesForwardOnlyAndForOneViewerAndChat() {
        Instant first = markers.readUpTo("ann", SALES, "1");
        clock.advance(Duration.ofHours(1));
        Instant now = clock.instant();

        markers.mark("ann", SALES, "1", now);
        markers.mark("ann", SALES, "1", now.minusSeconds(1));
        markers.mark("ann", SALES, "2", first.minusSeconds(1));

        assertEquals(now, markers.readUpTo("ann", SALES, "1"));
        assertEquals(first, markers.readUpTo("ann", SALES, "2"));
        assertEquals(now, markers.readUpTo("bob", SALES, "1"));
        assertEquals(now, markers.readUpTo("ann", SUPPORT, "1"));
    }

    @Test
    void aMarkerBeforeTheFirstLookSaysWhatIsUnread() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));

        markers.mark("ann", SALES, "1", yesterday);

        assertEquals(yesterday, markers.readUpTo("ann", SALES, "1"));
        assertEquals(clock.instant(), markers.readUpTo("ann", SALES, "2"));
    }

    @Test
    void keepsNoMoreThanItsMemoryHolds() {
        ReadMarkers few = new ReadMarkers(clock, 2_020);
        Instant then = clock.instant().minusSeconds(60);

        IntStream.range(0, 1_000).forEach(i -> few.mark("ann", SALES, String.valueOf(i), then));

        long kept = IntStream.range(0, 1_000)
                .filter(i -> few.readUpTo("ann", SALES, String.valueOf(i)).equals(then))
                .count();
        assertTrue(kept < 10, "kept " + kept);
    }
}
