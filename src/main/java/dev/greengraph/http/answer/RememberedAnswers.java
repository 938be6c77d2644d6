package dev.greengraph.http.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greengraph.account.Accounts;
import dev.greengraph.admission.Admitted;
import dev.greengraph.cache.ReadLog;
import dev.greengraph.cache.RepeatableReads;
import dev.greengraph.observe.request.AnswerMetrics;
import dev.greengraph.observe.request.AnswerMetrics.Source;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.runtime.VertxRequestContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers and shown events without errors, for as long as executing the same operation for the same accounts would give the same bytes: the
 * cache still holds all that was read, and it is still fresh. Bounded in bytes.
 */
@Singleton
public class RememberedAnswers {

    private static final String PENDING = RememberedAnswers.class.getName();

    private final AccountRepositories accounts;
    private final AnswerMetrics metrics;
    private final boolean isOn;
    private final Cache<AnswerKey, Answer> answers;

    RememberedAnswers(AnswersConfig config, AccountRepositories accounts, AnswerMetrics metrics) {
        long maxBytes = config.maxMemory().asLongValue();
        this.accounts = accounts;
        this.metrics = metrics;
        this.isOn = maxBytes > 0;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<AnswerKey, Answer>weigher((key, answer) -> key.bytes() + answer.bytes())
                .executor(Runnable::run)
                .build();
        metrics.memory(maxBytes, this::heldBytes);
    }

    private record Pending(AnswerKey key, ReadLog reads) {}

    /** The answer of an admitted operation from memory, counted as if it had been executed. */
    public Optional<Answer> find(Admitted admitted, Accounts visible) {
        Optional<Answer> known = find(AnswerKey.of(admitted, visible));
        if (known.isPresent()) {
            metrics.answered(Source.MEMORY);
        }
        return known;
    }

    /**
     * The operation is about to be executed: what the request reads from now on is logged, so that its answer can be
     * remembered. To be called on the request's Vert.x context.
     */
    public void begin(RoutingContext context, Admitted admitted, Accounts visible) {
        metrics.answered(Source.EXECUTION);
        if (isOn) {
            context.put(PENDING, new Pending(AnswerKey.of(admitted, visible), VertxRequestContext.beginReadLog()));
        }
    }

    /** The answer with that body, without errors, to the operation that was begun; remembered if it can be. */
    public Answer executed(RoutingContext context, Buffer body) {
        @Nullable Pending pending = context.get(PENDING);
        Optional<RepeatableReads> reads =
                Optional.ofNullable(pending).flatMap(begun -> begun.reads().reads());
        Answer answer = new Answer(body, reads.orElse(null));
        if (pending != null && reads.isPresent()) {
            answers.put(pending.key(), answer);
        }
        return answer;
    }

    /** What a subscription showed of an event, for another that selects the same of it. */
    public Optional<Buffer> find(Admitted admitted, Accounts visible, String event) {
        return find(AnswerKey.of(admitted, visible, event)).map(Answer::plain);
    }

    /**
     * A subscription showed an event without errors.
     *
     * @param reads all that was read for it
     */
    public void shown(Admitted admitted, Accounts visible, String event, Buffer body, ReadLog reads) {
        if (isOn) {
            reads.reads()
                    .ifPresent(same -> answers.put(AnswerKey.of(admitted, visible, event), new Answer(body, same)));
        }
    }

    private Optional<Answer> find(AnswerKey key) {
        @Nullable Answer known = isOn ? answers.getIfPresent(key) : null;
        return known != null && canBeSentAgain(known) ? Optional.of(known) : Optional.empty();
    }

    private boolean canBeSentAgain(Answer answer) {
        RepeatableReads reads = answer.reads();
        return reads != null && accounts.serveAgain(reads);
    }

    private long heldBytes() {
        return answers.policy()
                .eviction()
                .flatMap(eviction -> eviction.weightedSize().stream().boxed().findFirst())
                .orElse(0L);
    }
}
