package dev.greengraph.graphql.argument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.greengraph.cache.Reading;
import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowFixture;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.graphql.error.BadRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final Instant NOON = NOW;

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "59999, 1",
        "60000, 1",
        "60001, 2",
        "3600000, 60",
        "3600001, 61",
        "2592000000, 43200",
    })
    void theMinutesCoverTheMomentAndNoMore(long millisAgo, int minutes) {
        assertEquals(
                minutes, Span.of(null, NOW.minusMillis(millisAgo), null, NOW).minutes());
    }

    @Test
    void withoutArgumentsItIsTheLastDay() {
        assertEquals(Span.day(), Span.of(null, null, null, NOW));
        assertEquals(new Span(7, null, null), Span.of(7, null, null, NOW));
    }

    @ParameterizedTest
    @CsvSource({
        ", 2025-12-06T11:59:59.999Z, , since",
        ", 2026-01-05T12:00:00.001Z, , since",
        "5, 2026-01-05T11:58:00Z, , minutes",
        "0, , , minutes",
        "43201, , , minutes",
        ", 2026-01-05T11:58:00Z, 2026-01-05T11:58:00Z, until",
        "5, , 2026-01-05T11:55:00Z, until",
    })
    void whatCannotBeIsNamed(Integer minutes, Instant since, Instant until, String argument) {
        BadRequest refusal = assertThrows(BadRequest.class, () -> Span.of(minutes, since, until, NOW));

        assertEquals(argument, refusal.argument());
    }

    @ParameterizedTest
    @CsvSource({
        ", 2026-01-05T11:30:00Z, , 2026-01-05T12:30:00Z",
        ", 2026-01-05T10:30:00Z, , 2026-01-06T10:30:00Z",
        ", 2025-12-06T12:00:01Z, , 2026-01-05T12:00:01Z",
        "30, , 2026-01-05T11:45:00Z, 2026-01-05T12:14:59.999999999Z",
    })
    void timeChangesWhatAFixedMomentMeans(Integer minutes, Instant since, Instant until, Instant last) {
        Span span = Span.of(minutes, since, until, NOW);

        assertEquals(last, span.sameUntil());
        assertEquals(sizeOf(span), sizeOf(Span.of(minutes, since, until, last)));
        Instant after = last.plusNanos(1);
        assertNotEquals(sizeOf(span), sizeAt(minutes, since, until, after));
    }

    private static int sizeOf(Span span) {
        return WindowSizes.sizeFor(WindowSizes.MINUTES, span.minutes());
    }

    /** Nothing where the arguments cannot be served any more. */
    private static int sizeAt(Integer minutes, Instant since, Instant until, Instant now) {
        try {
            return sizeOf(Span.of(minutes, since, until, now));
        } catch (BadRequest tooLate) {
            return 0;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T12:00:01Z, , c b",
        "2026-01-05T12:00:00.001Z, , c b",
        "2026-01-05T12:00:00Z, , c b a",
        ", 2026-01-05T12:00:02Z, b a",
        ", 2026-01-05T12:00:02.001Z, c b a",
        ", 2026-01-05T12:00:01Z, a",
        "2026-01-05T12:00:01Z, 2026-01-05T12:00:02Z, b",
        "2026-01-05T12:00:03Z, , ''",
        ", 2026-01-05T12:00:00Z, ''",
    })
    void whatLiesOutsideIsCutOff(Instant since, Instant until, String inside) {
        Window window = WindowFixture.window(
                WindowFixture.row("a", NOON),
                WindowFixture.row("b", NOON.plusSeconds(1)),
                WindowFixture.row("c", NOON.plusSeconds(2)));

        Window cut = Span.ofHistory(since, until)
                .cut(new Reading<>(window, new AnswerAge(NOW, null)))
                .value();

        List<String> ids = inside.isEmpty() ? List.of() : List.of(inside.split(" "));
        assertEquals(ids, WindowFixture.ids(cut));
        assertEquals(ids, WindowFixture.ids(cut.ofChat(WindowFixture.CHAT)));
        assertEquals(ids.isEmpty() ? 0 : 1, cut.byChat().size());
        for (String id : List.of("a", "b", "c")) {
            assertEquals(ids.contains(id), cut.find(WindowFixture.CHAT, id).isPresent());
        }
    }
}
