package dev.greengraph.http;

import dev.greengraph.graphql.error.ErrorCode;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that the gateway goes by. A page whose own name was made to mean this machine asks its own origin, as far as
 * its browser knows: only the name gives it away.
 */
@Singleton
class Hosts {

    private final Set<String> allowed;

    Hosts(HttpConfig config) {
        this.allowed = config.hosts().orElse(Set.of());
    }

    /** Lets pass what was sent to one of the names, whatever the port; fails with {@link Refusal} for any other. */
    void handle(RoutingContext context) {
        if (!allowed.isEmpty() && !isAllowed(context.request().authority())) {
            throw new Refusal(421, ErrorCode.BAD_REQUEST, "Host: allowed is a name of greengraph.http.hosts");
        }
        context.next();
    }

    private boolean isAllowed(@Nullable HostAndPort sentTo) {
        return sentTo != null && allowed.contains(sentTo.host().toLowerCase(Locale.ROOT));
    }
}
