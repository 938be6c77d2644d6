package dev.greengraph.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessRule;
import dev.greengraph.cache.question.Question;
import dev.greengraph.cache.question.Question.Terms;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.shared.KeptAnswer;
import dev.greengraph.cache.shared.SharedAnswer;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.gate.GateFixture;
import dev.greengraph.gate.PendingCalls;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.UpstreamCall;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;

/** One question to one endpoint; an answer is fresh for five seconds and may be served for an hour. */
public final class CacheFixture extends GateFixture {

    public static final FreshnessRule RULE = new FreshnessRule(Duration.ofSeconds(5), Duration.ofHours(1));
    static final Duration NOT_FOUND_FOR = Duration.ofSeconds(10);
    static final Duration LEAST_AGE = Duration.ofSeconds(1);
    static final long MAX_BYTES = 1_000_000;

    public final AnswerStore<QuestionKey> store = new AnswerStore<>(MAX_BYTES);
    public final RevalidatingCache cache;

    /** What happens whenever the age of an answer is looked at. */
    Runnable onLook = () -> {};

    public CacheFixture() {
        this(RequestContext.NONE);
    }

    public CacheFixture(RequestContext context) {
        this.cache = new RevalidatingCache(new Timing(clock, delay::of), store, context, metrics);
    }

    public Question<String> question(String what) {
        return question(what, watch -> upstream.call(what, watch));
    }

    public Question<String> question(String what, UpstreamCall<String> call) {
        return question(what, call, FreshnessDemand.USUAL);
    }

    /** The question of a caller who demands that; one second is the least age. */
    Question<String> question(String what, FreshnessDemand demand) {
        return question(what, watch -> upstream.call(what, watch), demand);
    }

    private Question<String> question(String what, UpstreamCall<String> call, FreshnessDemand demand) {
        return new Question<>(
                key(what),
                "window",
                new Terms<>(
                        answer -> demand.rule(rule(answer), LEAST_AGE),
                        demand.rule(RULE, LEAST_AGE).freshFor(),
                        NOT_FOUND_FOR,
                        PATIENCE,
                        demand),
                gate,
                call,
                CacheFixture::reread,
                String::length);
    }

    private static Uni<String> reread(KeptAnswer kept) {
        return Uni.createFrom().item(() -> {
            if (kept.read() instanceof SharedAnswer.Body body) {
                return new String(body.bytes(), UTF_8);
            }
            throw ((SharedAnswer.Negative) kept.read()).what().failure(ENDPOINT);
        });
    }

    private FreshnessRule rule(String answer) {
        onLook.run();
        return RULE;
    }

    public static QuestionKey key(String what) {
        return new QuestionKey(new AccountId("mine"), ENDPOINT, List.of(what));
    }

    public UniAssertSubscriber<Reading<String>> read(String what) {
        return PendingCalls.caller(cache.read(question(what)).uni());
    }

    /** Asks for it and answers, so that it is held from now on. */
    public void hold(String what, String answer) {
        read(what);
        upstream.answer(answer);
    }
}
