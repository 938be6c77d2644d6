package dev.greengraph.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.CacheFixture;
import dev.greengraph.cache.SingleFlight;
import dev.greengraph.cache.freshness.StaleCause.StaleReason;
import dev.greengraph.cache.question.Question;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.store.Held;
import dev.greengraph.upstream.endpoint.EndpointTable;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A shared call runs in no request, and each request goes on in itself. */
@QuarkusTest
class VertxRequestContextTest {

    private static final QuestionKey KEY =
            new QuestionKey(new AccountId("mine"), EndpointTable.GET_MESSAGE.endpoint(), List.of("key"));

    @Inject
    Vertx vertx;

    private final SingleFlight flights = new SingleFlight(new VertxRequestContext(), key -> {});
    private final CompletableFuture<String> upstream = new CompletableFuture<>();

    @Test
    void aSharedCallDoesNotSeeTheRequestScopeOfItsFirstCaller() throws Exception {
        CompletableFuture<Boolean> atStart = new CompletableFuture<>();
        CompletableFuture<Boolean> atAnswer = new CompletableFuture<>();
        ManagedContext scope = Arc.container().requestContext();
        assertTrue(scope.isActive());

        flights.join(KEY, wanted -> {
                    atStart.complete(scope.isActive());
                    return Uni.createFrom()
                            .completionStage(upstream)
                            .invoke(answer -> atAnswer.complete(scope.isActive()));
                })
                .subscribe()
                .with(answer -> {});
        assertTrue(scope.isActive());
        CompletableFuture.runAsync(() -> upstream.complete("answer"));

        assertFalse(atStart.get(10, SECONDS));
        assertFalse(atAnswer.get(10, SECONDS));
    }

    @Test
    void eachCallerGoesOnInItsOwnVertxContext() throws Exception {
        Context first = request();
        Context second = request();
        CompletableFuture<Context> call = new CompletableFuture<>();

        CompletableFuture<Context> firstWentOn = joinIn(first, call);
        call.get(10, SECONDS);
        CompletableFuture<Context> secondWentOn = joinIn(second, new CompletableFuture<>());
        first.runOnContext(ignored -> second.runOnContext(joined -> upstream.complete("answer")));

        assertNotSame(first, call.get(10, SECONDS));
        assertSame(first, firstWentOn.get(10, SECONDS));
        assertSame(second, secondWentOn.get(10, SECONDS));
    }

    @Test
    void aSharedCallDoesNotSeeWhatTheRequestKeepsInItsVertxContext() throws Exception {
        Context request = request();
        request.putLocal("whose", "mine");
        CompletableFuture<String> seen = new CompletableFuture<>();

        request.runOnContext(ignored -> new VertxRequestContext()
                .runDetached(() -> seen.complete(Vertx.currentContext().getLocal("whose"))));

        assertNull(seen.get(10, SECONDS));
    }

    /** The timer that ends its wait, or the call that leaves before it, belongs to nobody or to somebody else. */
    @Test
    void aCallThatWaitedForItsTurnIsSentInSurroundingsOfItsOwn() throws Exception {
        CacheFixture at = new CacheFixture(new VertxRequestContext());
        at.ask("before");
        Context request = request();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<Context> sent = new CompletableFuture<>();
        Question<String> question = at.question("q", watch -> {
            sent.complete(Vertx.currentContext());
            return Uni.createFrom().nothing();
        });

        request.runOnContext(ignored -> {
            at.cache.read(question).uni().subscribe().with(answer -> {});
            asked.complete(null);
        });
        asked.get(10, SECONDS);
        CompletableFuture.runAsync(() -> at.upstream.answer("answer")).get(10, SECONDS);
        CompletableFuture.runAsync(() -> at.clock.advance(CacheFixture.SPACING)).get(10, SECONDS);

        ContextInternal own = (ContextInternal) sent.get(10, SECONDS);
        assertNotSame(request, own);
        assertSame(((ContextInternal) request).unwrap(), own.unwrap());
    }

    @Test
    void aRefreshIsUnderWayWhenItsCallerLooksWhyTheAnswerIsStale() throws Exception {
        CacheFixture at = new CacheFixture(new VertxRequestContext());
        at.store.keep(CacheFixture.key("q"), new Held<>("old", at.clock.instant(), 1));
        at.clock.advance(CacheFixture.RULE.freshFor().plus(CacheFixture.JUST));
        CompletableFuture<StaleReason> reason = new CompletableFuture<>();

        request()
                .runOnContext(ignored -> at.cache
                        .read(at.question("q"))
                        .uni()
                        .subscribe()
                        .with(reading -> reason.complete(reading.freshness().staleBecause())));

        assertEquals(StaleReason.REVALIDATING, reason.get(10, SECONDS));
    }

    private Context request() {
        return ((ContextInternal) vertx.getOrCreateContext()).duplicate();
    }

    private CompletableFuture<Context> joinIn(Context request, CompletableFuture<Context> call) {
        CompletableFuture<Context> wentOn = new CompletableFuture<>();
        request.runOnContext(ignored -> flights.join(KEY, wanted -> {
                    call.complete(Vertx.currentContext());
                    return Uni.createFrom().completionStage(upstream);
                })
                .subscribe()
                .with(answer -> wentOn.complete(Vertx.currentContext()), wentOn::completeExceptionally));
        return wentOn;
    }
}
