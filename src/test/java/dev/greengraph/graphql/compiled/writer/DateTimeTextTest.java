package dev.greengraph.graphql.compiled.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Instants are written as they write themselves. */
class DateTimeTextTest {

    /** The years -1000 to 12000. */
    @Property
    void isTheTextOfTheInstant(
            @ForAll @LongRange(min = -93_750_000_000L, max = 316_500_000_000L) long seconds,
            @ForAll @IntRange(max = 2) int nanos) {
        Instant instant = Instant.ofEpochSecond(seconds, nanos);

        assertEquals(instant.toString(), DateTimeText.of(instant));
    }
}
