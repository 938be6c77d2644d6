package dev.greengraph.startup;

import dev.greengraph.gate.RetryLater;
import dev.greengraph.observe.LogKey;
import dev.greengraph.observe.LogLine;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import org.jboss.logging.Logger;

/** Logs failures that nobody waits for any more by their place, not by their message, which might hold anything. */
@ApplicationScoped
class DroppedFailures {

    private static final Logger LOG = Logger.getLogger(DroppedFailures.class);
    private static final int PLACES = 30;

    void handle(@Observes StartupEvent start) {
        Infrastructure.setDroppedExceptionHandler(failure -> LogLine.of("dropped a failure at "
                        + Arrays.stream(failure.getStackTrace()).limit(PLACES).toList())
                .with(LogKey.CAUSE, failure.getClass().getName())
                .to(LOG, isExpected(failure) ? Logger.Level.DEBUG : Logger.Level.ERROR));
    }

    /** Where two calls of one field fail, its caller is told of the first. */
    private static boolean isExpected(Throwable failure) {
        return failure instanceof UpstreamFailure || failure instanceof RetryLater;
    }
}
