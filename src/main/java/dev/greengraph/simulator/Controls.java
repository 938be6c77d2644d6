package dev.greengraph.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.greengraph.simulator.fault.Faults;
import dev.greengraph.simulator.fault.FaultyReply;
import dev.greengraph.simulator.fault.FaultyReply.HttpReply;
import dev.greengraph.simulator.wire.RateWindows;
import dev.greengraph.simulator.wire.Refusals;
import dev.greengraph.simulator.wire.WireAnswer;
import io.vertx.core.http.HttpServerRequest;

/**
 * The simulator's own paths, which no upstream has: {@code /_simulator/stats} (GET shows, DELETE zeroes) and {@code
 * /_simulator/faults} (POST adds, GET lists, DELETE clears).
 */
final class Controls {

    /** Every path below it is handled here. */
    static final String PREFIX = "/_simulator/";

    private final RateWindows limits;
    private final Faults faults;

    Controls(RateWindows limits, Faults faults) {
        this.limits = limits;
        this.faults = faults;
    }

    void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> Reply.send(new HttpReply(request, answer(request, body.toString()))));
    }

    private WireAnswer answer(HttpServerRequest request, String body) {
        return switch (request.method() + " " + request.path()) {
            case "GET /_simulator/stats" -> WireAnswer.json(200, limits.stats().toString());
            case "DELETE /_simulator/stats" -> done(limits::reset);
            case "GET /_simulator/faults" -> WireAnswer.json(200, faults.list().toString());
            case "POST /_simulator/faults" -> add(body);
            case "DELETE /_simulator/faults" -> done(faults::clear);
            case "GET " + FaultyReply.REDIRECT_TARGET, "POST " + FaultyReply.REDIRECT_TARGET ->
                WireAnswer.json(200, "[]");
            default -> Refusals.notFound();
        };
    }

    private WireAnswer add(String body) {
        try {
            return WireAnswer.json(201, faults.add(body).toString());
        } catch (IllegalArgumentException refused) {
            String message = JsonNodeFactory.instance
                    .objectNode()
                    .put("message", refused.getMessage())
                    .toString();
            return WireAnswer.json(400, message);
        }
    }

    private static WireAnswer done(Runnable action) {
        action.run();
        return WireAnswer.bare(204);
    }
}
