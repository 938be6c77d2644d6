package dev.greengraph.live.history;

import static dev.greengraph.cache.window.WindowFixture.CHAT;
import static dev.greengraph.cache.window.WindowFixture.OTHER_CHAT;
import static dev.greengraph.cache.window.WindowFixture.delivered;
import static dev.greengraph.cache.window.WindowFixture.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarkTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void aMessageKeepsItsNameAndTwoMessagesHaveTwo() {
        assertEquals(Mark.name(delivered("A", NOW, "sent")), Mark.name(delivered("A", NOW.plusSeconds(9), "read")));
        assertNotEquals(Mark.name(row("A", NOW)), Mark.name(row("B", NOW)));
        assertNotEquals(Mark.name(row("A", NOW)), Mark.name(row("A", OTHER_CHAT, NOW)));
        assertNotEquals(Mark.name(row("A", NOW)), Mark.name(row("A", NOW).inDirection(false)));
    }

    @Test
    void theContentIsWhatAReaderSees() {
        Mark sent = Mark.of(delivered("A", NOW, "sent"));

        assertEquals(
                sent.content(),
                Mark.of(delivered("A", NOW.plusSeconds(9), "sent")).content());
        assertNotEquals(sent.content(), Mark.of(delivered("A", NOW, "read")).content());
        assertNotEquals(
                Mark.of(row("A", CHAT, 1L, null, false, false)).content(),
                Mark.of(row("A", CHAT, 1L, null, true, false)).content());
        assertNotEquals(
                Mark.of(row("A", CHAT, 1L, null, false, true)).content(),
                Mark.of(row("A", CHAT, 1L, null, true, false)).content());
    }

    /** Replicas of two versions live side by side: whoever changes it lets all messages look changed to the other one. */
    @Test
    void isTheSameInEveryVersion() {
        assertEquals(
                new Mark(7_564_859_911_378_641_914L, 224_059_499, NOW.getEpochSecond()),
                Mark.of(delivered("A", NOW, "sent")));
    }
}
