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

/** Logs failures without a subscriber by stack trace, without their message, which could contain private data. */
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

    /** If two calls of one field fail, the response reports the first; the second one ends here. */
    private static boolean isExpected(Throwable failure) {
        return failure instanceof UpstreamFailure || failure instanceof RetryLater;
    }
}
