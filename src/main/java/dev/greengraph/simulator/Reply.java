package dev.greengraph.simulator;

import dev.greengraph.simulator.fault.FaultyReply.HttpReply;
import dev.greengraph.simulator.wire.WireAnswer;
import io.vertx.core.http.HttpServerResponse;

/** Sends whole answers. */
final class Reply {

    private Reply() {}

    static void send(HttpReply reply) {
        HttpServerResponse response = reply.request().response();
        WireAnswer answer = reply.answer();
        if (response.closed() || response.ended()) {
            return;
        }
        if (!answer.contentType().isEmpty()) {
            response.putHeader("Content-Type", answer.contentType());
        }
        response.setStatusCode(answer.status()).end(answer.body());
    }
}
