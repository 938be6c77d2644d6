package dev.greengraph.http.subscription;

import dev.greengraph.admission.Admitted;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.answer.RememberedAnswers;
import dev.greengraph.http.execution.CallerCheck;
import dev.greengraph.http.execution.Execution;
import dev.greengraph.http.load.LimitsConfig;
import dev.greengraph.http.response.ResponseWriter;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Executes subscriptions, as many at once as the settings say: once to find the events, and once for each of them. */
@Singleton
public class Subscriptions {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Execution execution;
    private final CallerCheck callers;
    private final RememberedAnswers answers;
    private final ResponseWriter writer;
    private final LimitsConfig limits;
    private final SubscriptionConfig config;
    private final SubscriptionMetrics metrics;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> byCaller = new ConcurrentHashMap<>();

    Subscriptions(
            Execution execution,
            CallerCheck callers,
            RememberedAnswers answers,
            ResponseWriter writer,
            LimitsConfig limits,
            SubscriptionConfig config,
            SubscriptionMetrics metrics) {
        this.execution = execution;
        this.callers = callers;
        this.answers = answers;
        this.writer = writer;
        this.limits = limits;
        this.config = config;
        this.metrics = metrics;
        metrics.subscriptions(open::get);
    }

    /**
     * Begins a subscription; fails with {@link Refusal} if its caller has too many, or it could cost too much.
     *
     * @param context of the request that opened the connection; to be called on its Vert.x context
     */
    public RunningSubscription begin(RoutingContext context, Admitted admitted, Results results) {
        admitted.plan();
        String caller = callers.nameOf(context);
        count(caller);
        RunningSubscription subscription = new RunningSubscription(
                new SubscriptionExecution(execution, callers, answers, writer, context, admitted, limits.requestTime()),
                results,
                metrics,
                () -> forget(caller));
        subscription.begin();
        return subscription;
    }

    private void count(String caller) {
        int all = open.incrementAndGet();
        int own = byCaller.merge(caller, 1, Integer::sum);
        OptionalInt most = config.subscriptionsPerCaller();
        if (all > config.subscriptions() || (most.isPresent() && own > most.getAsInt())) {
            forget(caller);
            throw Refusal.retryLater(
                    ErrorCode.OVERLOADED,
                    all > config.subscriptions()
                            ? "There are too many subscriptions: at most " + config.subscriptions() + " at once."
                            : "You have too many subscriptions: at most " + most.getAsInt() + " at once.",
                    RETRY_AFTER);
        }
    }

    private void forget(String caller) {
        open.decrementAndGet();
        byCaller.computeIfPresent(caller, (name, own) -> own == 1 ? null : own - 1);
    }
}
