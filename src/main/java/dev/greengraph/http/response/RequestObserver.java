package dev.greengraph.http.response;

import dev.greengraph.admission.stored.TrustedDocuments;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.observe.request.OperationMetrics;
import dev.greengraph.observe.request.RequestMetrics;
import dev.greengraph.observe.request.RequestOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Measures every request to {@code /graphql}. Stands before all other handlers, so that refused requests are measured,
 * too; {@link ResponseWriter} adds data and error codes to the {@link RequestRecord}.
 */
@Singleton
public class RequestObserver {

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
        RequestRecord started = RequestRecord.begin(context, metrics.begun());
        AtomicBoolean ended = new AtomicBoolean();
        Consumer<Boolean> end = sent -> {
            // Vert.x may report the end of the response and the end of the connection, each of them twice.
            if (ended.compareAndSet(false, true)) {
                record(started, started.outcome(context, sent));
            }
        };
        started.onAnswer(() -> end.accept(true));
        context.addEndHandler(sent -> end.accept(sent.succeeded()));
        context.next();
    }

    private void record(RequestRecord started, RequestOutcome outcome) {
        Duration took = metrics.ended(started.begunNanos(), outcome, started.codes());
        started.operation().ifPresent(name -> operations.ended(name, outcome, took));
    }
}
