package dev.greengraph.http.guard;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Registers the checks that run first at {@code /graphql}: request id, host, origin, method; at {@code /media} the same without
 * the method. All of them are cheap.
 */
@ApplicationScoped
public class EdgeGuards {

    /** Runs before the route of Quarkus. */
    public static final int ORDER = -1_000;

    private final HostGuard hosts;
    private final OriginGuard cors;
    private final MethodGuard methods;

    EdgeGuards(HostGuard hosts, OriginGuard cors, MethodGuard methods) {
        this.hosts = hosts;
        this.cors = cors;
        this.methods = methods;
    }

    void register(@Observes Router router) {
        router.route("/graphql")
                .order(ORDER)
                .handler(RequestId::assign)
                .handler(hosts::handle)
                .handler(cors::handle)
                .handler(methods::handle);
        router.route("/media/:name")
                .order(ORDER)
                .handler(RequestId::assign)
                .handler(hosts::handle)
                .handler(cors::handle);
    }
}
