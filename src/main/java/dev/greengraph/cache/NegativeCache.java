package dev.greengraph.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.ChatNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.StatusesNotEnabled;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Chats that the upstream said it does not know, and statuses that it does not grant, believed for a short time. Should
 * they be too many, some are forgotten.
 */
final class NegativeCache {

    private record Unknown(UpstreamFailure said, Instant until) {}

    private final Cache<QuestionKey, Unknown> said =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();
    private final Clock clock;

    NegativeCache(Clock clock) {
        this.clock = clock;
    }

    /** What was said about that question, if it is still believed. */
    Optional<UpstreamFailure> find(Question<?> question) {
        return Optional.ofNullable(said.getIfPresent(question.key()))
                .filter(unknown -> !clock.instant().isAfter(unknown.until()))
                .map(Unknown::said);
    }

    /** Believes it from now on, if asking again soon would bring nothing else. */
    void keep(Question<?> question, UpstreamFailure failure) {
        if (!(failure instanceof ChatNotFound || failure instanceof StatusesNotEnabled)) {
            return;
        }
        Instant until = clock.instant().plus(question.terms().notFoundFor());
        said.put(question.key(), new Unknown(failure, until));
    }
}
