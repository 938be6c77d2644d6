package dev.greengraph.http.guard;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Protects against DNS rebinding: a page whose domain resolves to the gateway's address sends same-origin requests, so only
 * the {@code Host} of the request shows that they are not meant for the gateway.
 */
@Singleton
class HostGuard {

    private final Set<String> allowed;

    HostGuard(HttpConfig config) {
        this.allowed = config.hosts().orElse(Set.of());
    }

    /** Fails with {@link Refusal} if the host is not one of the configured names; the port does not matter. */
    void handle(RoutingContext context) {
        if (!allowed.isEmpty() && !isAllowed(context.request().authority())) {
            throw new Refusal(421, ErrorCode.BAD_REQUEST, "Host must be one of greengraph.http.hosts");
        }
        context.next();
    }

    private boolean isAllowed(@Nullable HostAndPort sentTo) {
        return sentTo != null && allowed.contains(sentTo.host().toLowerCase(Locale.ROOT));
    }
}
