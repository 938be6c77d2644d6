package dev.greengraph.testsupport.gateway;

import io.vertx.core.http.HttpServerRequest;

/** How the upstream answers a call. */
@FunctionalInterface
public interface Reply {

    void send(HttpServerRequest request);

    /** A list of entries. */
    static Reply rows(String... entries) {
        return json("[" + String.join(",", entries) + "]");
    }

    /** 200 with that body. */
    static Reply json(String body) {
        return status(200, "application/json", body);
    }

    /** An error as the upstream tells it: the path in the body, and with it the token. */
    static Reply refusal(int status, String message) {
        return request -> status(
                        status,
                        "application/json",
                        "{\"statusCode\":%d,\"path\":\"%s\",\"message\":\"%s\"}"
                                .formatted(status, request.path(), message))
                .send(request);
    }

    static Reply status(int status, String type, String body) {
        return request -> request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .end(body);
    }

    /** Another address, which holds the token. */
    static Reply redirect() {
        return request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", request.path() + "/elsewhere")
                .end();
    }

    /** Never an answer. */
    static Reply hang() {
        return request -> {};
    }

    /** The connection closed before an answer. */
    static Reply reset() {
        return request -> request.connection().close();
    }

    /** The connection closed within the body. */
    static Reply cut() {
        return request -> {
            request.response().putHeader("Content-Length", "100");
            request.response()
                    .write("[{\"path\":\"" + request.path())
                    .onComplete(written -> request.connection().close());
        };
    }
}
