package dev.greengraph.journal;

import dev.greengraph.account.AccountId;
import dev.greengraph.journal.Question.Terms;
import dev.greengraph.journal.store.AnswerStore;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;

/** One question to one endpoint; an answer is fresh for five seconds and may be served for an hour. */
final class AskerFixture extends GateFixture {

    static final FreshnessRule RULE = new FreshnessRule(Duration.ofSeconds(5), Duration.ofHours(1));
    static final Duration NOT_FOUND_FOR = Duration.ofSeconds(10);
    static final long MAX_BYTES = 1_000_000;

    final AnswerStore<JournalKey> store = new AnswerStore<>(MAX_BYTES);
    final Asker asker;

    /** What happens whenever the age of an answer is looked at. */
    Runnable onLook = () -> {};

    AskerFixture() {
        this(Surroundings.NONE);
    }

    AskerFixture(Surroundings surroundings) {
        this.asker = new Asker(clock, store, surroundings, metrics);
    }

    Question<String> question(String what) {
        return question(what, watch -> upstream.call(what, watch));
    }

    Question<String> question(String what, UpstreamCall<String> call) {
        return new Question<>(
                key(what), "window", new Terms<>(this::rule, NOT_FOUND_FOR, PATIENCE), gate, call, String::length);
    }

    private FreshnessRule rule(String answer) {
        onLook.run();
        return RULE;
    }

    static JournalKey key(String what) {
        return new JournalKey(new AccountId("mine"), ENDPOINT, List.of(what));
    }

    UniAssertSubscriber<Reading<String>> read(String what) {
        return PendingCalls.caller(asker.read(question(what)));
    }

    /** Asks for it and answers, so that it is held from now on. */
    void hold(String what, String answer) {
        read(what);
        upstream.answer(answer);
    }
}
