package dev.greengraph.simulator.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The upstream's ways of saying no. */
public final class Refusals {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Refusals() {}

    /** The style of refused parameters. It echoes the path and with it the token: that is what the upstream does. */
    public static WireAnswer validation(String path, String message, Instant now) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("statusCode", 400).put("timestamp", TIMESTAMP.format(now));
        body.put("path", path).put("message", message);
        return WireAnswer.json(400, body.toString());
    }

    /** The style of an instance that cannot answer in its state. */
    public static WireAnswer state(String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("code", "INVALID_PARAM").put("message", message).put("status", "error");
        return WireAnswer.json(400, body.toString());
    }

    /** The monthly quota is used up; the description names the phone numbers that may still be read. */
    public static WireAnswer quota(String method) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode invoke = body.putObject("invokeStatus");
        invoke.put("method", method.toLowerCase(Locale.ROOT)).put("used", 67).put("total", 0);
        invoke.put("status", "QUOTE_ALLOWED");
        ObjectNode correspondents = body.putObject("correspondentsStatus");
        correspondents.put("method", "correspondents").put("used", "3").put("total", "3");
        correspondents.put("status", "CORRESPONDENTS_QUOTE_EXCEEDED");
        correspondents.put(
                "description",
                "Monthly quota has been exceeded. Allowed chats: 70000001001@c.us, 70000001002@c.us, "
                        + "120363000000000101@g.us.");
        return WireAnswer.json(466, body.toString());
    }

    /** The token is wrong: a JSON content type and nothing else. */
    public static WireAnswer unauthorized() {
        return WireAnswer.json(401, "");
    }

    /** The instance is not known here: the page of the proxy. */
    public static WireAnswer unknownInstance() {
        return WireAnswer.page(403, "403 Forbidden");
    }

    /** There is no such method, or not with this verb. */
    public static WireAnswer notFound() {
        return WireAnswer.json(404, "{\"message\":\"Not Found\",\"statusCode\":404}");
    }

    /** Too many calls: an empty body and no {@code Retry-After}. */
    public static WireAnswer rateLimited() {
        return WireAnswer.bare(429);
    }
}
