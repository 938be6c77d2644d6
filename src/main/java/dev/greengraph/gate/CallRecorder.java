package dev.greengraph.gate;

import dev.greengraph.account.AccountId;
import dev.greengraph.gate.turn.Requester;
import dev.greengraph.gate.turn.TurnListener;
import dev.greengraph.observe.CallOutcome;
import dev.greengraph.observe.EndpointMetrics;
import dev.greengraph.observe.LogKey;
import dev.greengraph.observe.LogLine;
import dev.greengraph.observe.RefusalReason;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.UpstreamFailure;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Records the calls of one account to one endpoint: a metric each, and a log line at debug. */
public final class CallRecorder implements TurnListener {

    private static final Logger LOG = Logger.getLogger(CallRecorder.class);

    private final AccountId account;
    private final UpstreamEndpoint endpoint;
    private final EndpointMetrics metrics;

    public CallRecorder(AccountId account, UpstreamEndpoint endpoint, UpstreamMetrics metrics) {
        this.account = account;
        this.endpoint = endpoint;
        this.metrics = metrics.endpoint(account.value(), endpoint.method());
    }

    EndpointMetrics metrics() {
        return metrics;
    }

    /**
     * A call begins, after it waited for its slot.
     *
     * @param window how much it asks for, such as {@code minutes=60}; never whose data
     */
    Call began(String window, Duration waited) {
        metrics.waited(waited);
        return new Call(window, waited);
    }

    /** A call that began. */
    final class Call {

        private final String window;
        private final Duration waited;

        private Call(String window, Duration waited) {
            this.window = window;
            this.waited = waited;
        }

        /**
         * It ended.
         *
         * @param failure absent if it was answered
         */
        void ended(Duration took, @Nullable Throwable failure) {
            CallOutcome outcome = failure == null ? CallOutcome.ANSWERED : outcome(failure);
            metrics.called(outcome, took);
            if (LOG.isDebugEnabled()) {
                LogLine.of("called")
                        .with(LogKey.ACCOUNT, account)
                        .with(LogKey.ENDPOINT, endpoint.method())
                        .with(LogKey.WINDOW, window)
                        .with(LogKey.WAIT_MS, waited.toMillis())
                        .with(LogKey.TOOK_MS, took.toMillis())
                        .with(LogKey.OUTCOME, outcome)
                        .to(LOG, Logger.Level.DEBUG);
            }
        }
    }

    @Override
    public void given(Requester requester) {
        metrics.turnGiven(requester.label());
    }

    @Override
    public void displaced(Requester requester) {
        metrics.displaced(requester.label());
    }

    /** A call was refused because too many wait or are in flight. */
    void full() {
        metrics.refused(RefusalReason.FULL);
    }

    /** A call was refused because it has no slot in time. */
    void refused(@Nullable UpstreamFailure because) {
        metrics.refused(because == null ? RefusalReason.NO_TURN : reason(because));
    }

    private static CallOutcome outcome(Throwable failure) {
        return failure instanceof UpstreamFailure upstream ? upstream.outcome() : CallOutcome.FAILED;
    }

    private static RefusalReason reason(UpstreamFailure because) {
        return switch (because.outcome()) {
            case RATE_LIMITED -> RefusalReason.RATE_LIMITED;
            case QUOTA_EXCEEDED -> RefusalReason.QUOTA_EXCEEDED;
            case UNAUTHORIZED -> RefusalReason.UNAUTHORIZED;
            default -> RefusalReason.BREAKER_OPEN;
        };
    }
}
