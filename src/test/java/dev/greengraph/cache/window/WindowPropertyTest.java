package dev.greengraph.cache.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for every journal of an upstream. */
class WindowPropertyTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    @Property(tries = 300)
    void aCoveringWindowAnswersAsTheSmallerOneWould(
            @ForAll("journals") List<MessageRow> journal,
            @ForAll @LongRange(min = 0, max = 120) long small,
            @ForAll @LongRange(min = 0, max = 120) long more) {
        Window smaller = asked(journal, small).since(NOW.minusSeconds(small));

        Window covering = asked(journal, small + more).since(NOW.minusSeconds(small));

        assertEquals(smaller.rows(), covering.rows());
        assertEquals(smaller.byChat(), covering.byChat());
        journal.forEach(row -> {
            assertEquals(smaller.ofChat(row.chat()), covering.ofChat(row.chat()));
            assertEquals(smaller.find(row.chat(), row.idMessage()), covering.find(row.chat(), row.idMessage()));
        });
    }

    @Property(tries = 300)
    void theOrderOfTheAnswerMakesNoDifference(@ForAll("journals") List<MessageRow> journal, @ForAll Random random) {
        List<MessageRow> shuffled = new ArrayList<>(journal);
        Collections.shuffle(shuffled, random);

        assertEquals(window(journal).rows(), window(shuffled).rows());
    }

    @Property(tries = 300)
    void aMergeIsTheWindowOfAllRows(
            @ForAll("journals") List<MessageRow> one, @ForAll("journals") List<MessageRow> other) {
        Window both = window(Stream.concat(one.stream(), other.stream()).toList());

        assertEquals(both.rows(), window(one).merge(window(other)).rows());
        assertEquals(both.rows(), window(other).merge(window(one)).rows());
    }

    @Property(tries = 300)
    void noMessageTwiceNoneLostAndNewestFirst(@ForAll("journals") List<MessageRow> journal) {
        List<MessageRow> rows = window(journal).rows();

        List<String> ids = WindowFixture.ids(rows);
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(new HashSet<>(WindowFixture.ids(journal)), new HashSet<>(ids));
        List<Long> times = rows.stream().map(MessageRow::seconds).toList();
        assertEquals(times.stream().sorted(Comparator.reverseOrder()).toList(), times);
    }

    /** Few ids, so that messages come twice; a message stays in its chat. */
    @Provide
    Arbitrary<List<MessageRow>> journals() {
        Arbitrary<Integer> message = Arbitraries.integers().between(1, 12);
        Arbitrary<Integer> age = Arbitraries.integers().between(0, 240);
        Arbitrary<String> status =
                Arbitraries.of("pending", "sent", "delivered", "read").injectNull(0.2);
        return Combinators.combine(message, age, status)
                .as((number, seconds, delivery) -> WindowFixture.row(
                        "message-" + number,
                        "chat-" + number % 3,
                        NOW.getEpochSecond() - seconds,
                        delivery,
                        false,
                        false))
                .list()
                .ofMaxSize(40);
    }

    private static Window window(List<MessageRow> rows) {
        return Window.of(new Rows(rows, 0, 100));
    }

    /** The upstream's answer to a question for the last seconds: all entries of the messages that were sent since. */
    private static Window asked(List<MessageRow> journal, long seconds) {
        long oldest = NOW.getEpochSecond() - seconds;
        Map<String, Long> sentAt =
                journal.stream().collect(Collectors.toMap(MessageRow::idMessage, MessageRow::seconds, Math::min));
        return window(journal.stream()
                .filter(row -> sentAt.get(row.idMessage()) >= oldest)
                .toList());
    }
}
