package dev.greengraph.startup;

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
        Infrastructure.setDroppedExceptionHandler(failure -> LOG.errorf(
                "dropped %s at %s",
                failure.getClass().getName(),
                Arrays.stream(failure.getStackTrace()).limit(PLACES).toList()));
    }
}
