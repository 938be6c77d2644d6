package dev.greengraph.startup;

import dev.greengraph.auth.AuthMode;
import dev.greengraph.auth.Authenticator;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Logs the mode of authentication at start, as a warning if there is none. */
@ApplicationScoped
class AccessNotice {

    private static final Logger LOG = Logger.getLogger(AccessNotice.class);

    void tell(@Observes StartupEvent start, Authenticator authenticator) {
        tell(authenticator.mode(), LaunchMode.current());
    }

    static void tell(AuthMode mode, LaunchMode launch) {
        if (mode == AuthMode.OPEN && launch == LaunchMode.NORMAL) {
            LOG.warn("greengraph.auth.mode=open: WHOEVER REACHES THIS PROCESS READS EVERY ACCOUNT."
                    + " Set api-key or oidc, unless something in front of it tells callers apart.");
        } else {
            LOG.infof("callers: %s", mode);
        }
    }
}
