package dev.greengraph.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.question.Question;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.shared.Look;
import dev.greengraph.cache.shared.SharedAnswer;
import dev.greengraph.cache.shared.SharedAnswers;
import dev.greengraph.cache.shared.Turn;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.gate.Timing;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.endpoint.EndpointTable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Replicas share bodies as they come: one that holds a token or an invitation is neither looked for nor kept. */
class SecretAnswersTest {

    private final CacheFixture at = new CacheFixture();
    private final Recording shared = new Recording();
    private final RevalidatingCache cache = new RevalidatingCache(
            new Timing(at.clock, at.delay::of), at.store, shared, RequestContext.NONE, at.metrics);

    @Test
    void whatHoldsSecretsIsNotShared() {
        for (EndpointDefinition<?, ?, ?> endpoint : List.of(EndpointTable.GET_SETTINGS, EndpointTable.GET_GROUP_DATA)) {
            ask(endpoint);
        }

        assertEquals(List.of(), shared.said);
    }

    @Test
    void whatHoldsNoneIs() {
        ask(EndpointTable.GET_CHATS);

        assertEquals(List.of("look", "keep"), shared.said);
    }

    private void ask(EndpointDefinition<?, ?, ?> endpoint) {
        Question<String> any = at.question("q");
        QuestionKey key = new QuestionKey(new AccountId("mine"), endpoint.endpoint(), List.of());
        Question<String> question =
                new Question<>(key, any.window(), any.terms(), any.gate(), any.call(), any.reread(), any.bytes());
        at.clock.advance(CacheFixture.SPACING);
        PendingCalls.caller(cache.read(question).uni());
        at.upstream.answer("body");
    }

    private static final class Recording implements SharedAnswers<QuestionKey> {

        private final List<String> said = new ArrayList<>();

        @Override
        public Uni<Look> look(QuestionKey key, Duration maxAge) {
            said.add("look");
            return Uni.createFrom().item(new Look.Mine(new Turn("mine")));
        }

        @Override
        public void keep(QuestionKey key, Turn turn, SharedAnswer answer, Instant fetchedAt, Duration expiresIn) {
            said.add("keep");
        }

        @Override
        public void giveBack(QuestionKey key, Turn turn) {
            said.add("give back");
        }

        @Override
        public void unreadable(QuestionKey key) {
            said.add("unreadable");
        }

        @Override
        public void onNewer(Consumer<QuestionKey> dropped) {}
    }
}
