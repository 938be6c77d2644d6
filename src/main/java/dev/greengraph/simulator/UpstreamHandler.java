package dev.greengraph.simulator;

import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.fault.Faults;
import dev.greengraph.simulator.fault.FaultyReply;
import dev.greengraph.simulator.fault.FaultyReply.HttpReply;
import dev.greengraph.simulator.wire.RateWindow;
import dev.greengraph.simulator.wire.RateWindows;
import dev.greengraph.simulator.wire.Refusals;
import dev.greengraph.simulator.wire.RequestPath;
import dev.greengraph.simulator.wire.UpstreamMethod;
import dev.greengraph.simulator.wire.WireAnswer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers the calls of upstream methods. Checks, in this order: path, HTTP method, rate limit, faults on demand, token;
 * then the method answers.
 *
 * <p>The limit stands before the token because the upstream counts before it authenticates.
 */
final class UpstreamHandler {

    /** How often a call that waits for a notification looks for one. */
    private static final long LOOK_MILLIS = 50;

    private final Vertx vertx;
    private final Clocks clocks;
    private final RateWindows limits;
    private final Faults faults;
    private final FaultyReply faultyReply;
    private final MethodAnswers answers;

    UpstreamHandler(
            Vertx vertx,
            Clocks clocks,
            RateWindows limits,
            Faults faults,
            FaultyReply faultyReply,
            MethodAnswers answers) {
        this.vertx = vertx;
        this.clocks = clocks;
        this.limits = limits;
        this.faults = faults;
        this.faultyReply = faultyReply;
        this.answers = answers;
    }

    /**
     * Which time decides what.
     *
     * @param limits the process's time: rate limits count real calls
     * @param world the time of the simulated accounts, which tests set
     */
    record Clocks(Clock limits, Clock world) {}

    void handle(HttpServerRequest request) {
        Optional<RequestPath> path = RequestPath.of(request.path());
        if (request.method().equals(HttpMethod.OPTIONS)) {
            reply(request, WireAnswer.bare(204));
        } else if (path.isEmpty()) {
            reply(request, Refusals.notFound());
        } else {
            findAccount(request, path.get());
        }
    }

    private void findAccount(HttpServerRequest request, RequestPath path) {
        SimulatedAccount.ALL.stream()
                .filter(account -> account.idInstance() == path.idInstance())
                .findFirst()
                .ifPresentOrElse(
                        account -> findMethod(request, path, account),
                        () -> reply(request, Refusals.unknownInstance()));
    }

    private void findMethod(HttpServerRequest request, RequestPath path, SimulatedAccount account) {
        UpstreamMethod.named(path.method())
                .filter(method -> method.existsOn(account.messenger()))
                .filter(method -> method.verb().equals(request.method().name()))
                .filter(method -> !path.prefixed() || account.messenger() == Messenger.MAX)
                .ifPresentOrElse(
                        method -> count(request, path, account, method), () -> reply(request, Refusals.notFound()));
    }

    private void count(HttpServerRequest request, RequestPath path, SimulatedAccount account, UpstreamMethod method) {
        RateWindow window = limits.of(account.name(), account.messenger(), method);
        boolean admitted = window.admits(clocks.limits().millis());
        request.response()
                .putHeader("X-RateLimit-Remaining", Integer.toString(window.remaining()))
                .putHeader("X-RateLimit-Replenish-Rate", Integer.toString(window.limit()));
        if (!admitted) {
            reply(request, Refusals.rateLimited());
            return;
        }
        request.body().onSuccess(body -> {
            SimulatedCall call = new SimulatedCall(
                    account,
                    method,
                    request.path(),
                    request.getParam("minutes"),
                    request.getParam("idMessage"),
                    path.receiptId(),
                    request.getParam("receiveTimeout"),
                    body.toString(),
                    clocks.world().instant());
            serve(request, call, path.token());
        });
    }

    private void serve(HttpServerRequest request, SimulatedCall call, String token) {
        Supplier<WireAnswer> real =
                () -> token.equals(call.account().token()) ? answers.answer(call) : Refusals.unauthorized();
        faults.strike(call.account().name(), call.method())
                .ifPresentOrElse(
                        fault -> faultyReply.send(fault, call.method(), request, real),
                        () -> answer(request, call, real.get()));
    }

    /** A call that finds no notification waits for one. */
    private void answer(HttpServerRequest request, SimulatedCall call, WireAnswer answer) {
        if (call.method() != UpstreamMethod.RECEIVE_NOTIFICATION
                || !answer.body().equals(MethodAnswers.NONE)) {
            reply(request, answer);
            return;
        }
        waitFor(request, call, new CallParameters(call).receiveTimeout().toMillis() / LOOK_MILLIS);
    }

    private void waitFor(HttpServerRequest request, SimulatedCall call, long looks) {
        vertx.setTimer(LOOK_MILLIS, timer -> {
            WireAnswer answer = answers.answer(call.at(clocks.world().instant()));
            if (looks <= 1 || !answer.body().equals(MethodAnswers.NONE)) {
                reply(request, answer);
            } else if (!request.response().closed()) {
                waitFor(request, call, looks - 1);
            }
        });
    }

    private static void reply(HttpServerRequest request, WireAnswer answer) {
        Reply.send(new HttpReply(request, answer));
    }
}
