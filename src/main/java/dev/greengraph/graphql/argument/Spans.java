package dev.greengraph.graphql.argument;

import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.runtime.AccountRepositories;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The spans that callers ask for, as of now. Says until when that is the same, for answers that are remembered. */
@Singleton
public class Spans {

    private final Clock clock;
    private final AccountRepositories repositories;

    Spans(Clock clock, AccountRepositories repositories) {
        this.clock = clock;
        this.repositories = repositories;
    }

    /** Checks the arguments of a list over a journal. */
    public Span of(@Nullable Integer minutes, @Nullable Instant since, @Nullable Instant until) {
        Span span = Span.of(minutes, since, until, clock.instant());
        Instant sameUntil = span.sameUntil();
        if (sameUntil.isBefore(Instant.MAX)) {
            repositories.repeatableUntil(sameUntil);
        }
        return span;
    }

    /** How many minutes a window must go back to hold what happened then; empty if no window goes back so far. */
    public OptionalInt minutesBackTo(Instant moment) {
        long minutes = Duration.between(moment, clock.instant()).toMinutes() + 1;
        if (minutes < 1 || minutes > WindowSizes.MOST_MINUTES) {
            return OptionalInt.empty();
        }
        int size = WindowSizes.sizeFor(WindowSizes.MINUTES, (int) minutes);
        repositories.repeatableUntil(moment.plus(Duration.ofMinutes(size)));
        return OptionalInt.of((int) minutes);
    }
}
