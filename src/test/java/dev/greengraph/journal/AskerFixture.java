package dev.greengraph.journal;

import dev.greengraph.account.AccountId;
import dev.greengraph.journal.Asker.Question;
import dev.greengraph.journal.store.AnswerStore;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;

/** One question to one endpoint; an answer is fresh for five seconds and may be served for an hour. */
final class AskerFixture extends GateFixture {

    static final FreshnessRule RULE = new FreshnessRule(Duration.ofSeconds(5), Duration.ofHours(1));
    static final long MAX_BYTES = 1_000_000;

    final AnswerStore<JournalKey> store = new AnswerStore<>(MAX_BYTES);
    final Asker asker = new Asker(clock, store, PATIENCE, Surroundings.NONE);

    /** What happens whenever the age of an answer is looked at. */
    Runnable onLook = () -> {};

    Question<String> question(String what) {
        return new Question<>(
                key(what),
                answer -> {
                    onLook.run();
                    return RULE;
                },
                gate,
                () -> upstream.call(what),
                String::length);
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
