package dev.greengraph.simulator.recording;

import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.wire.RequestPath;
import dev.greengraph.simulator.wire.UpstreamMethod;
import dev.greengraph.simulator.wire.WireAnswer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Passes the calls of accounts that are not invented on to their upstream, and lets the answers be taken down. */
public final class PassedOn {

    private static final int LONGEST_SECONDS = 60;
    /** Instances of MAX have numbers of their own. */
    private static final String MAX_NUMBERS = "3100";

    private final HttpClient client;
    private final String upstream;
    private final Recorder recorder;
    private final BiConsumer<HttpServerRequest, WireAnswer> sender;

    /**
     * @param upstream without a slash at its end
     * @param sender sends an ordinary answer
     */
    public PassedOn(Vertx vertx, URI upstream, Recorder recorder, BiConsumer<HttpServerRequest, WireAnswer> sender) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setReadIdleTimeout(LONGEST_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS));
        this.upstream = upstream.toString();
        this.recorder = recorder;
        this.sender = sender;
    }

    /** Answers as the upstream does; ends the connection where that does not answer. */
    public void handle(HttpServerRequest request, RequestPath path) {
        request.body()
                .compose(body -> ask(request, body).onSuccess(answer -> {
                    UpstreamMethod.named(path.method())
                            .ifPresent(method -> recorder.take(
                                    messengerOf(path),
                                    Question.of(
                                            method,
                                            body.toString(),
                                            request.getParam("minutes"),
                                            request.getParam("idMessage")),
                                    answer));
                    sender.accept(request, answer);
                }))
                .onFailure(failed -> request.connection().close());
    }

    private Future<WireAnswer> ask(HttpServerRequest request, Buffer body) {
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setAbsoluteURI(upstream + request.uri())
                .setFollowRedirects(false)
                .putHeader("Accept", "application/json");
        if (body.length() > 0) {
            options.putHeader("Content-Type", "application/json");
        }
        return client.request(options)
                .compose((HttpClientRequest sent) -> sent.send(body))
                .compose(PassedOn::whole);
    }

    private static Future<WireAnswer> whole(HttpClientResponse response) {
        String type = Objects.requireNonNullElse(response.getHeader("Content-Type"), "");
        return response.body().map(body -> new WireAnswer(response.statusCode(), type, body.toString()));
    }

    private static Messenger messengerOf(RequestPath path) {
        boolean isMax = path.prefixed() || Long.toString(path.idInstance()).startsWith(MAX_NUMBERS);
        return isMax ? Messenger.MAX : Messenger.WHATSAPP;
    }
}
