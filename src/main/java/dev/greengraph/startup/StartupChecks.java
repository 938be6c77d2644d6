package dev.greengraph.startup;

import dev.greengraph.account.Accounts;
import dev.greengraph.journal.Journals;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Makes a wrong setting stop the start, named in one line, instead of the first query that needs it. */
@ApplicationScoped
class StartupChecks {

    private static final Logger LOG = Logger.getLogger(StartupChecks.class);

    void check(@Observes StartupEvent start, Accounts accounts, Journals journals) {
        String names = accounts.all().stream()
                .map(account -> account.id() + " ("
                        + journals.of(account.id()).endpoints().size() + " endpoints)")
                .collect(Collectors.joining(", "));
        LOG.infof("accounts: %s", names);
    }
}
