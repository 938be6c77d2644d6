package dev.greengraph.simulator.media;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.wire.ControlFields;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of messages lie, as the upstream's storage: addresses of {@code downloadFile} expire, and all of it can
 * be made to fail.
 *
 * <p>Request: {@code POST /_simulator/media} with <code>{"kind": "expired"}</code>; {@code GET} shows it with the number of
 * requests for files since the last {@code DELETE}, which ends the fault.
 */
public final class Storage {

    /** Every path below it is answered here. */
    public static final String PREFIX = "/_media/";

    private static final Buffer PIECE = Buffer.buffer(new byte[16 * 1024]);

    private final Clock clock;
    private final SampleFiles files = new SampleFiles();
    private @Nullable MediaFault fault;
    private int requests;

    /** @param clock decides whether an address has expired */
    public Storage(Clock clock) {
        this.clock = clock;
    }

    /** Answers a request for a file. */
    public void handle(HttpServerRequest request) {
        requests++;
        MediaFault now = fault;
        boolean isSigned = SignedLink.isSigned(request.query());
        if (isSigned && SignedLink.hasExpired(request.query(), clock.instant())) {
            refuse(request, 403);
        } else if (now == null || (now == MediaFault.EXPIRED && isSigned)) {
            files.handle(request);
        } else {
            fail(request, now);
        }
    }

    private void fail(HttpServerRequest request, MediaFault kind) {
        HttpServerResponse response = request.response();
        response.exceptionHandler(gone -> {});
        switch (kind) {
            case EXPIRED -> refuse(request, 403);
            case GONE -> refuse(request, 404);
            case UNAVAILABLE -> refuse(request, 503);
            case REDIRECT_PRIVATE -> redirect(response, "http://10.0.0.1/latest/meta-data");
            case REDIRECT -> redirectOnce(request);
            case REDIRECT_LOOP -> redirect(response, request.uri());
            case PAGE -> response.putHeader("Content-Type", "text/html").end("<script>alert(1)</script>");
            case CUT ->
                begin(response, 2).onComplete(sent -> request.connection().close());
            case HANG -> request.pause();
            case STALL -> begin(response, 2);
            case HUGE -> endless(response);
        }
    }

    private static void refuse(HttpServerRequest request, int status) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/xml")
                .end("<Error><Code>AccessDenied</Code></Error>");
    }

    private static void redirect(HttpServerResponse response, String target) {
        response.setStatusCode(302).putHeader("Location", target).end();
    }

    private void redirectOnce(HttpServerRequest request) {
        if (request.path().startsWith(PREFIX + "moved/")) {
            files.handle(request);
        } else {
            redirect(request.response(), PREFIX + "moved/" + request.path().substring(PREFIX.length()));
        }
    }

    private static Future<Void> begin(HttpServerResponse response, int pieces) {
        response.putHeader("Content-Type", "image/jpeg")
                .putHeader("Content-Length", Integer.toString(pieces * PIECE.length()));
        return response.write(PIECE);
    }

    private static void endless(HttpServerResponse response) {
        if (!response.headWritten()) {
            response.setChunked(true).putHeader("Content-Type", "video/mp4").drainHandler(drained -> endless(response));
        }
        while (!response.closed() && !response.writeQueueFull()) {
            response.write(PIECE);
        }
    }

    /** Makes all requests for files fail; fails with a message that says what must be. */
    public ObjectNode begin(String body) {
        ControlFields fields = ControlFields.read(body, Set.of("kind"));
        fault = MediaFault.named(fields.required("kind", MediaFault.wireNames()))
                .orElseThrow();
        return show();
    }

    /** Files can be had again, and requests are counted from zero. */
    public void reset() {
        fault = null;
        requests = 0;
    }

    /** What is shown of it. */
    public ObjectNode show() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("requests", requests);
        Optional.ofNullable(fault).ifPresent(kind -> shown.put("kind", kind.wireName()));
        return shown;
    }

    /** The address of a file that expires. */
    public static String signed(String address, Instant now) {
        return SignedLink.of(address, now);
    }
}
