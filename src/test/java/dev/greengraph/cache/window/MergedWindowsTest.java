package dev.greengraph.cache.window;

import static dev.greengraph.cache.window.WindowFixture.ids;
import static dev.greengraph.cache.window.WindowFixture.row;
import static dev.greengraph.cache.window.WindowFixture.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.testsupport.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedWindowsTest {

    private final ManualClock clock = new ManualClock();
    private final MergedWindows merges = new MergedWindows(clock);
    private final Window received = window(row("received", ManualClock.START));
    private final Window sent = window(row("sent", ManualClock.START.minusSeconds(1)));

    @Test
    void oneMergeServesAsLongAsNeitherWindowChanges() {
        Window merged = merges.of(60, received, sent);

        assertEquals(List.of("received", "sent"), ids(merged));
        assertSame(merged, merges.of(60, received, sent));
        assertNotSame(merged, merges.of(60, received, window()));
    }

    @Test
    void aMergeGoesWhenNobodyReadsIt() {
        Window merged = merges.of(60, received, sent);
        clock.advance(MergedWindows.UNREAD.minus(Duration.ofMillis(1)));
        assertSame(merged, merges.of(60, received, sent));

        clock.advance(MergedWindows.UNREAD);

        assertNotSame(merged, merges.of(60, received, sent));
    }

    @Test
    void eachSizeHasItsOwn() {
        Window merged = merges.of(60, received, sent);

        merges.of(1_440, window(), sent);

        assertSame(merged, merges.of(60, received, sent));
    }

    @Test
    void onlyTheLatestMergeIsKept() {
        Window merged = merges.of(60, received, sent);
        merges.of(60, window(), sent);

        assertNotSame(merged, merges.of(60, received, sent));
    }
}
