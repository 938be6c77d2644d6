package dev.greengraph.simulator.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.greengraph.simulator.fault.Faults;
import dev.greengraph.simulator.fault.FaultyReply;
import dev.greengraph.simulator.media.Storage;
import dev.greengraph.simulator.notification.Mailboxes;
import dev.greengraph.simulator.recording.Recorder;
import dev.greengraph.simulator.wire.RateWindows;
import dev.greengraph.simulator.wire.Refusals;
import dev.greengraph.simulator.wire.WireAnswer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Answers the control requests: one entry of the table for each method and path.
 *
 * <p>Pages on this machine may send them (CORS); a request that a page of another origin sent is refused, because it
 * could be sent without asking the browser first.
 */
public final class ControlRoutes {

    /** Every path below it is answered here. */
    public static final String PREFIX = "/_simulator/";

    private static final Pattern LOCAL_ORIGIN = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private final Map<String, Function<String, WireAnswer>> routes;
    private final BiConsumer<HttpServerRequest, WireAnswer> sender;

    /** What is controlled. */
    public record Parts(
            RateWindows limits,
            Faults faults,
            ClockControl clock,
            WorldControl worlds,
            EventControl events,
            Mailboxes mailboxes,
            Recorder recorder,
            Storage storage) {}

    /** @param sender sends an ordinary answer */
    public ControlRoutes(Parts parts, BiConsumer<HttpServerRequest, WireAnswer> sender) {
        RateWindows limits = parts.limits();
        Faults faults = parts.faults();
        ClockControl clock = parts.clock();
        WorldControl worlds = parts.worlds();
        EventControl events = parts.events();
        Mailboxes mailboxes = parts.mailboxes();
        Recorder recorder = parts.recorder();
        Storage storage = parts.storage();
        this.sender = sender;
        this.routes = Map.ofEntries(
                Map.entry("GET stats", body -> ok(limits.stats().toString())),
                Map.entry("DELETE stats", body -> done(limits::reset)),
                Map.entry("GET faults", body -> ok(faults.list().toString())),
                Map.entry("POST faults", body -> created(faults.add(body).toString())),
                Map.entry("DELETE faults", body -> done(faults::clear)),
                Map.entry("GET clock", body -> ok(clock.show().toString())),
                Map.entry("POST clock", body -> ok(clock.set(body).toString())),
                Map.entry("DELETE clock", body -> done(clock::reset)),
                Map.entry(
                        "POST messages", body -> created(worlds.addMessage(body).toString())),
                Map.entry(
                        "POST deliveries",
                        body -> ok(worlds.changeDelivery(body).toString())),
                Map.entry("GET states", body -> ok(events.states().toString())),
                Map.entry("POST states", body -> ok(events.setState(body).toString())),
                Map.entry("DELETE states", body -> done(events::resetStates)),
                Map.entry("POST calls", body -> created(events.addCall(body).toString())),
                Map.entry("POST quotas", body -> created(events.tellQuota(body).toString())),
                Map.entry("GET recording", body -> ok(recorder.show().toString())),
                Map.entry("POST recording", body -> done(recorder::begin)),
                Map.entry("DELETE recording", body -> done(recorder::end)),
                Map.entry("GET media", body -> ok(storage.show().toString())),
                Map.entry("POST media", body -> created(storage.begin(body).toString())),
                Map.entry("DELETE media", body -> done(storage::reset)),
                Map.entry("GET notifications", body -> ok(mailboxes.show().toString())),
                Map.entry("POST webhooks", body -> ok(mailboxes.setWebhook(body).toString())),
                Map.entry("DELETE webhooks", body -> done(mailboxes::clearWebhooks)),
                Map.entry("GET " + FaultyReply.REDIRECT_TARGET.substring(PREFIX.length()), body -> ok("[]")),
                Map.entry("POST " + FaultyReply.REDIRECT_TARGET.substring(PREFIX.length()), body -> ok("[]")));
    }

    public void handle(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null && !LOCAL_ORIGIN.matcher(origin).matches()) {
            sender.accept(request, refused(403, "Origin: must be a page on this machine"));
            return;
        }
        request.response().putHeader("Vary", "Origin");
        if (origin != null) {
            request.response()
                    .putHeader("Access-Control-Allow-Origin", origin)
                    .putHeader("Access-Control-Allow-Methods", "GET, POST, DELETE")
                    .putHeader("Access-Control-Allow-Headers", "Content-Type");
        }
        request.body().onSuccess(body -> sender.accept(request, answer(request, body.toString())));
    }

    private WireAnswer answer(HttpServerRequest request, String body) {
        if (request.method().name().equals("OPTIONS")) {
            return WireAnswer.bare(204);
        }
        Function<String, WireAnswer> route =
                routes.get(request.method() + " " + request.path().substring(PREFIX.length()));
        if (route == null) {
            return Refusals.notFound();
        }
        try {
            return route.apply(body);
        } catch (IllegalArgumentException wrong) {
            return refused(400, String.valueOf(wrong.getMessage()));
        }
    }

    private static WireAnswer ok(String body) {
        return WireAnswer.json(200, body);
    }

    private static WireAnswer created(String body) {
        return WireAnswer.json(201, body);
    }

    private static WireAnswer done(Runnable action) {
        action.run();
        return WireAnswer.bare(204);
    }

    private static WireAnswer refused(int status, String message) {
        return WireAnswer.json(
                status,
                JsonNodeFactory.instance.objectNode().put("message", message).toString());
    }
}
