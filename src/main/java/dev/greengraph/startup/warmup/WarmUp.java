package dev.greengraph.startup.warmup;

import dev.greengraph.admission.document.DocumentExaminer;
import dev.greengraph.admission.stored.TrustedDocuments;
import dev.greengraph.gate.Delay;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Runs the trusted documents, or typical queries where there are none, until the JVM has compiled what they need or the time
 * is over. Readiness is down meanwhile. Whatever goes wrong here is no matter of the start.
 *
 * <p>A native image has nothing to compile, and is ready at once; its parser is warmed up meanwhile.
 */
@ApplicationScoped
class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    /** After all checks of the settings. */
    private static final int LAST = 10_000;

    private final WarmUpConfig config;
    private final TrustedDocuments trusted;
    private final DocumentExaminer documents;
    private final Stage stage;
    private final StageAccount account;
    private final Delay delay;
    private volatile Cancellable rehearsal = () -> {};
    private volatile boolean over;

    WarmUp(
            WarmUpConfig config,
            TrustedDocuments trusted,
            DocumentExaminer documents,
            Stage stage,
            StageAccount account,
            Delay delay) {
        this.config = config;
        this.trusted = trusted;
        this.documents = documents;
        this.stage = stage;
        this.account = account;
        this.delay = delay;
    }

    void begin(@Observes @Priority(LAST) StartupEvent start) {
        Duration most = config.time();
        over = most.isZero() || ImageMode.current() == ImageMode.NATIVE_RUN;
        if (!most.isZero()) { // the parser fills its tables as it reads, in a native image too
            Infrastructure.getDefaultExecutor().execute(documents::warmUp);
        }
        if (over) {
            return;
        }
        List<String> queries = trusted.areRequired() ? trusted.texts() : TypicalQueries.ALL;
        account.open();
        rehearsal = new Rehearsal(delay, most, stage::play)
                .of(queries)
                .onTermination()
                .invoke(this::end)
                .subscribe()
                .with(rounds -> LOG.debugf("warm-up: %d rounds", rounds), failure -> LOG.debug("warm-up", failure));
    }

    void stop(@Observes ShutdownEvent end) {
        rehearsal.cancel();
    }

    private void end() {
        account.close();
        over = true;
    }

    /** Whether the process may be asked. */
    boolean isOver() {
        return over;
    }
}
