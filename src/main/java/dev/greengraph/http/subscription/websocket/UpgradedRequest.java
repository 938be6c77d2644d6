package dev.greengraph.http.subscription.websocket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;

/**
 * Ends a request that became a WebSocket. Quarkus' graceful shutdown waits for every request until its response ends, which
 * that of an upgrade never does, and what Quarkus would call then is not public.
 */
@RegisterForReflection(targets = QuarkusRequestWrapper.class)
final class UpgradedRequest {

    private static final Method DONE = done();

    private UpgradedRequest() {}

    static void end(HttpServerRequest request) {
        if (request.getCookie(QuarkusRequestWrapper.FAKE_COOKIE_NAME) == null) {
            return; // nothing waits for it: there is no graceful shutdown
        }
        try {
            DONE.invoke(QuarkusRequestWrapper.get(request));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Method done() {
        try {
            Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
            return done;
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException("Quarkus ends its requests in another way", other);
        }
    }
}
