package dev.greengraph.http.subscription;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.execution.CallerCheck;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The connections that stay open: bounded in number and time, and told to come back elsewhere when the process ends. */
@Singleton
public class OpenConnections {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final CallerCheck callers;
    private final SubscriptionConfig config;
    private final Map<OpenConnection, ConnectionTimers> open = new ConcurrentHashMap<>();
    private volatile boolean isEnding;

    OpenConnections(Vertx vertx, CallerCheck callers, SubscriptionConfig config, SubscriptionMetrics metrics) {
        this.vertx = vertx;
        this.callers = callers;
        this.config = config;
        metrics.connections(open::size);
    }

    /** Fails with {@link Refusal} if there is no room for one more. */
    public void requireRoom() {
        if (isEnding || open.size() >= config.connections()) {
            throw Refusal.retryLater(
                    ErrorCode.OVERLOADED,
                    "There are too many open connections: at most " + config.connections() + " at once.",
                    RETRY_AFTER);
        }
    }

    /** Counts and times a connection from now on; to be called on its Vert.x context. */
    public void add(OpenConnection connection) {
        ConnectionTimers timers = new ConnectionTimers(vertx);
        open.put(connection, timers);
        timers.every(config.heartbeat(), connection::beat);
        timers.after(config.maxTime(), connection::leave);
    }

    /** Runs a task after that time, unless the connection is closed by then. */
    public void after(OpenConnection connection, Duration time, Runnable task) {
        ConnectionTimers timers = open.get(connection);
        if (timers != null) {
            timers.after(time, task);
        }
    }

    /** Checks now and then whether the caller of that request may still read what it could. */
    public void check(OpenConnection connection, RoutingContext context) {
        ConnectionTimers timers = open.get(connection);
        if (timers != null) {
            timers.every(
                    config.authCheck(),
                    () -> callers.isAsBefore(context)
                            .subscribe()
                            .with(
                                    isAsBefore -> timers.onItsThread(() -> {
                                        if (!isAsBefore) {
                                            connection.leave();
                                        }
                                    }),
                                    failure -> CallerCheck.refusal(failure)
                                            .ifPresent(
                                                    refusal -> timers.onItsThread(() -> connection.refuse(refusal)))));
        }
    }

    /** Forgets a connection that is closed. Idempotent. */
    public void remove(OpenConnection connection) {
        ConnectionTimers timers = open.remove(connection);
        if (timers != null) {
            timers.stop();
        }
    }

    /** As soon as it is known that the process ends: not all at once, since the others have to take them. */
    void endAll(@Observes ShutdownDelayInitiatedEvent ending) {
        isEnding = true;
        open.forEach((connection, timers) -> timers.within(config.goodbye(), connection::leave));
    }

    /** Those that are left. */
    void endAll(@Observes ShutdownEvent shutdown) {
        isEnding = true;
        open.forEach((connection, timers) -> timers.onItsThread(connection::leave));
    }
}
