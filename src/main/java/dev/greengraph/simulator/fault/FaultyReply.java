package dev.greengraph.simulator.fault;

import dev.greengraph.simulator.wire.Refusals;
import dev.greengraph.simulator.wire.UpstreamMethod;
import dev.greengraph.simulator.wire.WireAnswer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Answers a call with a fault. */
public final class FaultyReply {

    /** Where {@link FaultKind#REDIRECT} points. */
    public static final String REDIRECT_TARGET = "/_simulator/redirect-target";

    private static final long DRIP_MILLIS = 1000;

    private final Vertx vertx;
    private final Consumer<HttpReply> whole;
    private int unavailable;

    /** @param whole sends an unchanged answer */
    public FaultyReply(Vertx vertx, Consumer<HttpReply> whole) {
        this.vertx = vertx;
        this.whole = whole;
    }

    /** An answer and its request. */
    public record HttpReply(HttpServerRequest request, WireAnswer answer) {}

    /**
     * Fails a call.
     *
     * @param real computes the answer without the fault
     */
    public void send(Fault fault, UpstreamMethod method, HttpServerRequest request, Supplier<WireAnswer> real) {
        if (fault.delay().isZero()) {
            sendNow(fault.kind(), method, request, real);
        } else {
            vertx.setTimer(fault.delay().toMillis(), timer -> sendNow(fault.kind(), method, request, real));
        }
    }

    private void sendNow(FaultKind kind, UpstreamMethod method, HttpServerRequest request, Supplier<WireAnswer> real) {
        switch (kind) {
            case HANG -> request.response().exceptionHandler(gone -> {});
            case RESET -> request.connection().close();
            case CUT -> cut(request, real.get());
            case DRIP -> drip(request.response(), real.get());
            case HUGE -> new HugeBody(request.response()).send();
            case REDIRECT ->
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", REDIRECT_TARGET)
                        .end();
            default -> whole.accept(new HttpReply(request, answer(kind, method, real)));
        }
    }

    private WireAnswer answer(FaultKind kind, UpstreamMethod method, Supplier<WireAnswer> real) {
        return switch (kind) {
            case BROKEN_JSON ->
                reworked(real.get(), FaultyBodies.commaMissing(real.get().body()));
            case DOUBLED_COMMA ->
                reworked(real.get(), FaultyBodies.commaDoubled(real.get().body()));
            case TRAILING_COMMA ->
                reworked(real.get(), FaultyBodies.commaTrailing(real.get().body()));
            case DELAY -> real.get();
            case BARE_STRING -> WireAnswer.json(200, "\"Error: item-not-found\"");
            case ERROR_OBJECT ->
                WireAnswer.json(200, Refusals.state("bad request data").body());
            case HTML -> WireAnswer.page(200, "Maintenance");
            case EMPTY_BODY -> WireAnswer.json(200, "");
            default -> refusal(kind, method);
        };
    }

    private WireAnswer refusal(FaultKind kind, UpstreamMethod method) {
        return switch (kind) {
            case RATE_LIMITED -> Refusals.rateLimited();
            case QUOTA -> Refusals.quota(method.wireName());
            case UNAUTHORIZED -> Refusals.unauthorized();
            case STARTING -> Refusals.state("instance in starting process try later");
            case NOT_AUTHORIZED -> Refusals.state("instance account not authorized");
            case EXPIRED -> Refusals.state("Instance account is expired. Please pay for it in your account");
            case DELETED -> Refusals.state("Instance is deleted");
            case FORBIDDEN -> WireAnswer.json(403, "Forbidden");
            case PROXY_FORBIDDEN -> Refusals.unknownInstance();
            case NOT_FOUND -> Refusals.notFound();
            case UNAVAILABLE -> nextUnavailable();
            case GATEWAY_TIMEOUT -> WireAnswer.page(504, "504 Gateway Time-out");
            default -> WireAnswer.json(500, "{\"statusCode\":500,\"message\":\"Internal server error\"}");
        };
    }

    private WireAnswer nextUnavailable() {
        return unavailable++ % 2 == 0
                ? WireAnswer.page(502, "502 Bad Gateway")
                : WireAnswer.page(503, "503 Service Temporarily Unavailable");
    }

    private static WireAnswer reworked(WireAnswer real, String body) {
        return new WireAnswer(200, WireAnswer.JSON, real.status() == 200 ? body : real.body());
    }

    private static void cut(HttpServerRequest request, WireAnswer answer) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        request.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", WireAnswer.JSON)
                .putHeader("Content-Length", Integer.toString(body.length + 1));
        request.response()
                .write(Buffer.buffer(body).slice(0, body.length / 2))
                .onComplete(written -> request.connection().close());
    }

    /** Ends when the client disconnects or the last byte is written. */
    private void drip(HttpServerResponse response, WireAnswer answer) {
        Buffer body = Buffer.buffer(answer.body());
        int[] position = {0};
        response.setStatusCode(answer.status())
                .putHeader("Content-Type", WireAnswer.JSON)
                .putHeader("Content-Length", Integer.toString(body.length()));
        long timer = vertx.setPeriodic(1, DRIP_MILLIS, tick -> {
            if (position[0] < body.length()) {
                response.write(body.slice(position[0], ++position[0]));
            } else {
                vertx.cancelTimer(tick);
                response.end();
            }
        });
        response.exceptionHandler(gone -> vertx.cancelTimer(timer));
        response.closeHandler(closed -> vertx.cancelTimer(timer));
    }
}
