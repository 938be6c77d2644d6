package dev.greengraph.testsupport.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;

/** How the upstream answers a call. */
@FunctionalInterface
public interface Reply {

    /** @param body of the call */
    void send(HttpServerRequest request, String body);

    /** A list of entries. */
    static Reply rows(String... entries) {
        return json("[" + String.join(",", entries) + "]");
    }

    /** The newest entries of a history, as many as were asked for. */
    static Reply history(String... newestFirst) {
        return (request, call) -> rows(Stream.of(newestFirst)
                        .limit(new JsonObject(call).getInteger("count"))
                        .toArray(String[]::new))
                .send(request, call);
    }

    /** 200 with that body. */
    static Reply json(String body) {
        return status(200, "application/json", body);
    }

    /** An error as the upstream tells it: the path in the body, and with it the token. */
    static Reply refusal(int status, String message) {
        return (request, call) -> status(
                        status,
                        "application/json",
                        "{\"statusCode\":%d,\"path\":\"%s\",\"message\":\"%s\"}"
                                .formatted(status, request.path(), message))
                .send(request, call);
    }

    static Reply status(int status, String type, String body) {
        return (request, call) -> request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .end(body);
    }

    /** Another address, which holds the token. */
    static Reply redirect() {
        return (request, call) -> request.response()
                .setStatusCode(302)
                .putHeader("Location", request.path() + "/elsewhere")
                .end();
    }

    /** Never an answer. */
    static Reply hang() {
        return (request, call) -> {};
    }

    /** The connection closed before an answer. */
    static Reply reset() {
        return (request, call) -> request.connection().close();
    }

    /** The connection closed within the body. */
    static Reply cut() {
        return (request, call) -> {
            request.response().putHeader("Content-Length", "100");
            request.response()
                    .write("[{\"path\":\"" + request.path())
                    .onComplete(written -> request.connection().close());
        };
    }
}
