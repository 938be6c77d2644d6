package dev.greengraph.graphql.argument;

import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.graphql.error.BadRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The part of a journal or a history that a list shows: the last minutes, or what lies between two moments. The cache asks
 * for a window that covers it; what lies outside is cut off.
 *
 * @param minutes how far back the window must go
 * @param since the first moment; absent for that many minutes before the upstream answered
 * @param until what is later is left out; absent for all that the upstream answered
 */
public record Span(
        int minutes, @Nullable Instant since, @Nullable Instant until) {

    /** Everything, however old. */
    public static final Span ALL = new Span(0, null, null);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The last day. */
    public static Span day() {
        return new Span(WindowSizes.DAY, null, null);
    }

    /** Checks the arguments of a list over a journal. */
    static Span of(@Nullable Integer minutes, @Nullable Instant since, @Nullable Instant until, Instant now) {
        if (since == null) {
            int back = minutes == null ? WindowSizes.DAY : Arguments.minutes(minutes);
            return checked(new Span(back, null, until), now.minus(Duration.ofMinutes(back)));
        }
        if (minutes != null) {
            throw BadRequest.because("minutes", "minutes: must be absent beside since");
        }
        Duration back = Duration.between(since, now);
        if (back.isNegative()) {
            throw new BadRequest("since", "a moment in the past");
        }
        long wholeMinutes = Math.max(1, back.plus(MINUTE).minusNanos(1).toMinutes());
        if (wholeMinutes > WindowSizes.MOST_MINUTES) {
            throw new BadRequest("since", "at most " + WindowSizes.MOST_MINUTES + " minutes (30 days) ago");
        }
        return checked(new Span((int) wholeMinutes, since, until), since);
    }

    /** Checks the arguments of a history, which may go back as far as the upstream does. */
    public static Span ofHistory(@Nullable Instant since, @Nullable Instant until) {
        return since == null ? new Span(0, null, until) : checked(new Span(0, since, until), since);
    }

    private static Span checked(Span span, Instant begin) {
        if (span.until != null && !span.until.isAfter(begin)) {
            throw new BadRequest(
                    "until", span.since == null ? "a moment within these minutes" : "a moment after since");
        }
        return span;
    }

    /**
     * The last moment at which the same arguments mean the same span and the same size of window: from a fixed beginning on
     * time passes, and a fixed end falls behind the last minutes.
     */
    Instant sameUntil() {
        if (since != null) {
            return since.plus(Duration.ofMinutes(WindowSizes.sizeFor(WindowSizes.MINUTES, minutes)));
        }
        return until == null
                ? Instant.MAX
                : until.plus(Duration.ofMinutes(minutes)).minusNanos(1);
    }

    /** The part of a reading that lies between the two moments. */
    public Reading<Window> cut(Reading<Window> reading) {
        return since == null && until == null ? reading : reading.map(window -> window.between(since, until));
    }

    /** The first moment that is wanted of a reading; absent if everything is. */
    public @Nullable Instant begin(Reading<Window> reading) {
        return since != null || minutes == 0 ? since : begin(reading.freshness().fetchedAt());
    }

    /** The first moment that is wanted of a list over minutes, if the upstream answered then. */
    public Instant begin(Instant answered) {
        return since != null ? since : answered.truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(minutes));
    }

    /** Whether what happened at a moment belongs to a list over minutes, if the upstream answered then. */
    public boolean holds(Instant moment, Instant answered) {
        return !moment.isBefore(begin(answered)) && (until == null || moment.isBefore(until));
    }
}
