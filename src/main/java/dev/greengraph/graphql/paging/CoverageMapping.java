package dev.greengraph.graphql.paging;

import dev.greengraph.cache.Reading;
import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.graphql.argument.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Shows how much of what was asked for a reading holds. */
public final class CoverageMapping {

    private CoverageMapping() {}

    /** What a reading holds of the part that is wanted. */
    public static Coverage of(Reading<Window> reading, Span wanted) {
        Window window = reading.value();
        Instant begin = wanted.begin(reading);
        Instant answered = reading.freshness().fetchedAt();
        Instant until = wanted.until();
        Instant end = until != null && until.isBefore(answered) ? until : answered;
        IncompleteReason reason = reason(reading, begin, end.isBefore(answered));
        return new Coverage(
                seconds(later(begin, window.completeFrom().orElse(null))),
                end.truncatedTo(ChronoUnit.SECONDS),
                reason == null,
                reason);
    }

    /** Of an answer that holds all there is. */
    public static Coverage whole(AnswerAge age) {
        return new Coverage(null, age.fetchedAt().truncatedTo(ChronoUnit.SECONDS), true, null);
    }

    /** Of an answer, or of two, over minutes, that no limit cuts. */
    public static Coverage of(AnswerAge age, Span wanted) {
        Instant answered = age.fetchedAt();
        Instant until = wanted.until();
        Instant to = until != null && until.isBefore(answered) ? until : answered;
        IncompleteReason reason = age.isMixed() && !to.isBefore(answered) ? IncompleteReason.ONE_JOURNAL_STALE : null;
        return new Coverage(
                seconds(wanted.begin(answered)), to.truncatedTo(ChronoUnit.SECONDS), reason == null, reason);
    }

    private static @Nullable IncompleteReason reason(
            Reading<Window> reading, @Nullable Instant begin, boolean endsBefore) {
        Window window = reading.value();
        boolean isCut = window.completeFrom()
                .filter(from -> begin == null || from.isAfter(begin))
                .isPresent();
        if (isCut && window.mayGoOn()) {
            return window.entries() < WindowSizes.DEEPEST
                    ? IncompleteReason.MORE_TO_READ
                    : IncompleteReason.HISTORY_LIMIT;
        }
        if (isCut) {
            return IncompleteReason.JOURNAL_LIMIT;
        }
        return reading.freshness().isMixed() && !endsBefore ? IncompleteReason.ONE_JOURNAL_STALE : null;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant seconds(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
