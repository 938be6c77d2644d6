package dev.greengraph.simulator.world.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/**
 * Something that happens again and again, counted since the epoch, so that each time stays what it was.
 *
 * @param every from one time to the next
 */
record Rhythm(Duration every) {

    /** The numbers of the times within the window before now, newest first. */
    LongStream numbers(Duration window, Instant now) {
        long newest = now.getEpochSecond() / every.toSeconds();
        return LongStream.iterate(newest, number -> number - 1)
                .takeWhile(number -> !at(number).isBefore(now.minus(window)));
    }

    /** When that time was. */
    Instant at(long number) {
        return Instant.ofEpochSecond(number * every.toSeconds());
    }
}
