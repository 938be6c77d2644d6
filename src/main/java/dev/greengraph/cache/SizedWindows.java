package dev.greengraph.cache;

import dev.greengraph.cache.QuestionState.Fresh;
import dev.greengraph.cache.QuestionState.Stale;
import dev.greengraph.cache.QuestionState.Superseded;
import dev.greengraph.cache.freshness.Warmth;
import dev.greengraph.cache.question.Question;
import dev.greengraph.cache.window.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * The windows of a few sizes that the upstream can be asked for: a smaller window is answered from a larger one. Each size
 * is looked up once per read, smallest first.
 */
final class SizedWindows {

    private final RevalidatingCache cache;
    private final List<Integer> sizes;
    private final IntFunction<Question<Window>> question;

    SizedWindows(RevalidatingCache cache, List<Integer> sizes, IntFunction<Question<Window>> question) {
        this.cache = cache;
        this.sizes = sizes;
        this.question = question;
    }

    private record Candidate(int size, Question<Window> question, QuestionState<Window> state) {}

    /** A window of at least that size. */
    Lookup<Reading<Window>> covering(int wanted) {
        List<Candidate> candidates = new ArrayList<>();
        for (int size : sizes) {
            if (size >= wanted) {
                Candidate candidate = candidate(size);
                if (candidate.state() instanceof Fresh<Window> fresh) {
                    return cache.serve(candidate.question(), fresh.reading());
                }
                candidates.add(candidate);
            }
        }
        return staleOrAsked(candidates);
    }

    /** The same of entries that end: a fresh window beyond which the upstream has nothing answers for any size. */
    Lookup<Reading<Window>> coveringOrWhole(int wanted) {
        List<Candidate> candidates = new ArrayList<>();
        Optional<Candidate> covering = Optional.empty();
        for (int size : sizes) {
            Candidate candidate = candidate(size);
            if (candidate.state() instanceof Fresh<Window> fresh) {
                if (!fresh.reading().value().mayGoOn()) {
                    return cache.serve(candidate.question(), fresh.reading());
                }
                covering = size >= wanted ? covering.or(() -> Optional.of(candidate)) : covering;
            }
            if (size >= wanted) {
                candidates.add(candidate);
            }
        }
        return covering.flatMap(fresh -> fresh.state().fresh().map(reading -> cache.serve(fresh.question(), reading)))
                .orElseGet(() -> staleOrAsked(candidates));
    }

    /**
     * The newer window of another replica, which covers this size too; else the newest stale window, else a call: one in flight, else for the smallest size. A stale window revalidates the size
     * that is asked for, not its own: a large window that was asked for once would be renewed forever.
     */
    private Lookup<Reading<Window>> staleOrAsked(List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            if (candidate.state() instanceof Superseded<Window> superseded) {
                return cache.newerThan(superseded.reading(), candidate.question());
            }
        }
        Question<Window> asked = candidates.stream()
                .filter(candidate -> candidate.state().isInFlight())
                .findFirst()
                .orElse(candidates.get(0))
                .question();
        return candidates.stream()
                .map(Candidate::state)
                .filter(Stale.class::isInstance)
                .flatMap(state -> state.servable().stream())
                .max(Comparator.comparing(reading -> reading.freshness().fetchedAt()))
                .map(stale -> cache.serveStale(asked, stale))
                .orElseGet(() -> cache.fetch(asked));
    }

    /** What a read of a window of at least that size would find. Starts nothing. */
    Warmth warmth(int wanted) {
        return sizes.stream()
                .filter(size -> size >= wanted)
                .map(size -> candidate(size).state().warmth())
                .min(Comparator.naturalOrder())
                .orElse(Warmth.ABSENT);
    }

    /** All windows that may be served, newest first. Starts nothing. */
    List<Reading<Window>> servable() {
        return sizes.stream()
                .flatMap(size -> cache.state(question.apply(size)).servable().stream())
                .sorted(Comparator.comparing(
                                (Reading<Window> reading) -> reading.freshness().fetchedAt())
                        .reversed())
                .toList();
    }

    /** Changes the windows that are fresh, or were read since that moment; they stay as old as they are. */
    void amend(Instant since, UnaryOperator<Window> change) {
        for (int size : sizes) {
            Candidate candidate = candidate(size);
            Instant from = candidate.state() instanceof Fresh ? Instant.MIN : since;
            cache.amend(candidate.question().key(), from, change, Window::bytes);
        }
    }

    /** The smallest size that the upstream is being asked for. */
    Optional<Integer> sizeInFlight() {
        return sizes.stream()
                .filter(size -> cache.state(question.apply(size)).isInFlight())
                .findFirst();
    }

    private Candidate candidate(int size) {
        Question<Window> asked = question.apply(size);
        return new Candidate(size, asked, cache.state(asked));
    }
}
