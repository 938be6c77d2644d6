package dev.greengraph.http.response;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.observe.request.RequestOutcome;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the metrics of one request need: whether its response has data, and the codes of its errors. */
public final class RequestRecord {

    private static final String KEY = RequestRecord.class.getName();

    private final Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
    private final long begunNanos;
    private boolean data;
    private Optional<String> operation = Optional.empty();

    private Runnable onAnswer = () -> {};

    private RequestRecord(long begunNanos) {
        this.begunNanos = begunNanos;
    }

    static RequestRecord begin(RoutingContext context, long begunNanos) {
        RequestRecord started = new RequestRecord(begunNanos);
        context.put(KEY, started);
        return started;
    }

    /** The record of that request; one that is thrown away if nothing records the request. */
    public static RequestRecord of(RoutingContext context) {
        @Nullable RequestRecord started = context.get(KEY);
        return started == null ? new RequestRecord(0) : started;
    }

    /** @param trustedName the operation's name, present only if the operator has bounded the set of names */
    public void operation(Optional<String> trustedName) {
        operation = trustedName;
    }

    /** @param task ends the record */
    void onAnswer(Runnable task) {
        onAnswer = task;
    }

    /** The answer has begun and stays open: the time until now is that of the request. */
    public void staysOpen() {
        data = true;
        onAnswer.run();
    }

    void data() {
        data = true;
    }

    void error(ErrorCode code) {
        codes.add(code);
    }

    long begunNanos() {
        return begunNanos;
    }

    Set<ErrorCode> codes() {
        return codes;
    }

    Optional<String> operation() {
        return operation;
    }

    /** @param sent whether the whole response was sent */
    RequestOutcome outcome(RoutingContext context, boolean sent) {
        if (!sent) {
            return RequestOutcome.ABANDONED;
        }
        if (context.response().getStatusCode() == 500) {
            return RequestOutcome.FAILED; // also if there was data that could not be serialised
        }
        if (data) {
            return codes.isEmpty() ? RequestOutcome.ANSWERED : RequestOutcome.PARTIAL;
        }
        return RequestOutcome.REFUSED;
    }
}
