package dev.greengraph.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What comes first at {@code /graphql}, and costs next to nothing: the request's name, its host, its origin, its method. */
@ApplicationScoped
class Entrance {

    /** Before the framework's own route. */
    static final int ORDER = -1_000;

    private final Hosts hosts;
    private final Cors cors;
    private final Methods methods;

    Entrance(Hosts hosts, Cors cors, Methods methods) {
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
    }
}
