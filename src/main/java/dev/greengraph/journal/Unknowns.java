package dev.greengraph.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greengraph.upstream.UpstreamFailure.ChatNotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Chats that the upstream said it does not know, believed for a short time. Should they be too many, some are forgotten. */
final class Unknowns {

    private record Unknown(ChatNotFound said, Instant until) {}

    private final Cache<JournalKey, Unknown> said =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();
    private final Clock clock;

    Unknowns(Clock clock) {
        this.clock = clock;
    }

    /** What was said about that question, if it is still believed. */
    Optional<ChatNotFound> find(Question<?> question) {
        return Optional.ofNullable(said.getIfPresent(question.key()))
                .filter(unknown -> !clock.instant().isAfter(unknown.until()))
                .map(Unknown::said);
    }

    /** Believes it from now on. */
    void keep(Question<?> question, ChatNotFound failure) {
        Instant until = clock.instant().plus(question.terms().notFoundFor());
        said.put(question.key(), new Unknown(failure, until));
    }
}
