package dev.greengraph.live;

import static dev.greengraph.cache.window.WindowFixture.delivered;
import static dev.greengraph.cache.window.WindowFixture.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.cache.window.WindowFixture;
import dev.greengraph.upstream.row.MessageRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KnownRowsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final List<String> STATES = List.of("sent", "delivered", "read");

    private final KnownRows known = new KnownRows();

    @Test
    void theFirstReadingChangesNothing() {
        assertEquals(List.of(), known.learn(List.of(row("A", NOW))));
        assertEquals(List.of(), known.learn(List.of(row("A", NOW))));
    }

    @Test
    void tellsWhatCameOldestFirst() {
        known.learn(List.of());

        List<KnownRows.Seen> changes = known.learn(List.of(row("B", NOW.plusSeconds(1)), row("A", NOW)));

        assertEquals(
                List.of("A", "B"),
                WindowFixture.ids(changes.stream().map(KnownRows.Seen::row).toList()));
        assertEquals(
                List.of(true, true), changes.stream().map(KnownRows.Seen::isNew).toList());
    }

    @Test
    void tellsAReceiptAndAnEditButNotThatTimeWentOn() {
        known.learn(List.of(delivered("A", NOW, "sent"), row("B", NOW)));

        assertEquals(List.of(), known.learn(List.of(delivered("A", NOW.plusSeconds(5), "sent"), row("B", NOW))));
        List<KnownRows.Seen> changes = known.learn(List.of(
                delivered("A", NOW.plusSeconds(9), "read"),
                row("B", WindowFixture.CHAT, NOW.getEpochSecond(), null, true, false)));

        assertEquals(
                List.of(false, false),
                changes.stream().map(KnownRows.Seen::isNew).toList());
    }

    @Test
    void sameIdsInTwoChatsAreTwoMessages() {
        known.learn(List.of(row("A", NOW)));

        assertEquals(
                1,
                known.learn(List.of(row("A", NOW), row("A", WindowFixture.OTHER_CHAT, NOW)))
                        .size());
    }

    /** Whatever happens between readings, the changes told add up to the difference of the first and the last one. */
    @Property(tries = 300)
    void changesAddUpToTheDifference(@ForAll("readings") List<Map<String, String>> readings) {
        KnownRows told = new KnownRows();
        Map<String, String> shown = new HashMap<>(readings.get(0));
        told.learn(rows(readings.get(0)));

        for (Map<String, String> reading : readings) {
            told.learn(rows(reading)).forEach(seen -> {
                assertEquals(seen.isNew(), !shown.containsKey(seen.row().idMessage()));
                shown.put(seen.row().idMessage(), seen.row().statusMessage());
            });
            assertEquals(reading, shown);
        }
    }

    /** Readings of a journal that only grows, while deliveries go on. */
    @Provide
    Arbitrary<List<Map<String, String>>> readings() {
        Arbitrary<Map<String, Integer>> step = Arbitraries.maps(
                Arbitraries.strings().withChars("ABCDEF").ofLength(2),
                Arbitraries.integers().between(0, 2));
        return step.list().ofMinSize(2).ofMaxSize(12).map(steps -> {
            List<Map<String, String>> readings = new ArrayList<>();
            Map<String, Integer> states = new HashMap<>();
            for (Map<String, Integer> next : steps) {
                next.forEach((id, state) -> states.merge(id, state, Math::max));
                Map<String, String> reading = new HashMap<>();
                states.forEach((id, state) -> reading.put(id, STATES.get(state)));
                readings.add(reading);
            }
            return readings;
        });
    }

    private static List<MessageRow> rows(Map<String, String> reading) {
        return reading.entrySet().stream()
                .map(message -> delivered(message.getKey(), NOW, message.getValue()))
                .toList();
    }
}
