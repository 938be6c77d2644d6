package dev.greengraph.http;

import dev.greengraph.admission.stored.TrustedDocuments;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.observe.OperationMetrics;
import dev.greengraph.observe.RequestMetrics;
import dev.greengraph.observe.RequestOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records every request to {@code /graphql}, whoever answers it. Stands before all other handlers, so that what they
 * refuse is seen, too; {@link ResponseWriter} notes what the caller is told.
 */
@Singleton
class RequestObserver {

    private static final int BEFORE_ALL = -2_000;

    private final RequestMetrics<ErrorCode> metrics;
    private final OperationMetrics operations;

    RequestObserver(MeterRegistry registry, TrustedDocuments documents) {
        this.metrics = new RequestMetrics<>(registry, ErrorCode.class);
        this.operations = new OperationMetrics(registry, documents.names());
    }

    void register(@Observes Router router) {
        router.route("/graphql").order(BEFORE_ALL).handler(this::begin);
    }

    private void begin(RoutingContext context) {
        Told told = new Told(metrics.begun());
        context.put(Told.class.getName(), told);
        context.addEndHandler(sent -> end(told, told.outcome(context, sent.succeeded())));
        context.next();
    }

    /** Vert.x tells the end of an answer and the end of its connection, each of them at times twice. */
    private void end(Told told, RequestOutcome outcome) {
        if (told.ended) {
            return;
        }
        told.ended = true;
        Duration took = metrics.ended(told.begun, outcome, told.codes);
        told.operation.ifPresent(name -> operations.ended(name, outcome, took));
    }

    /** What the caller of that request is told. */
    static Told told(RoutingContext context) {
        @Nullable Told told = context.get(Told.class.getName());
        return told == null ? new Told(0) : told;
    }

    /** What a caller is told: data or not, and the codes of the errors. */
    static final class Told {

        private final Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
        private final long begun;
        private boolean data;
        private boolean ended;
        private Optional<String> operation = Optional.empty();

        private Told(long begun) {
            this.begun = begun;
        }

        /** The operation's name, if the operator has bounded the names. */
        void operation(Optional<String> trustedName) {
            operation = trustedName;
        }

        void data() {
            data = true;
        }

        void error(ErrorCode code) {
            codes.add(code);
        }

        private RequestOutcome outcome(RoutingContext context, boolean sent) {
            if (!sent) {
                return RequestOutcome.ABANDONED;
            }
            if (context.response().getStatusCode() == 500) {
                return RequestOutcome.FAILED; // also where the data was there and could not be written
            }
            if (data) {
                return codes.isEmpty() ? RequestOutcome.ANSWERED : RequestOutcome.PARTIAL;
            }
            return RequestOutcome.REFUSED;
        }
    }
}
