package dev.greengraph.http;

import dev.greengraph.observe.LogKey;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The name of one request: in the answer's header, in each of its errors and in the log.
 *
 * <p>A caller's own is taken over if it can do no harm in a log; else the request gets a new one.
 */
final class RequestId {

    /** In which the caller sends it and gets it back. */
    static final String HEADER = "X-Request-Id";

    /** Its key in the log and in the extensions of an error. */
    static final String KEY = LogKey.REQUEST_ID.key();

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Names the request; the log's context belongs to it and ends with it. */
    static void assign(RoutingContext context) {
        MDC.put(KEY, of(context));
        context.next();
    }

    /** The name of the request; it gets one if it failed before it had one. */
    static String of(RoutingContext context) {
        String id = context.get(KEY);
        if (id == null) {
            id = from(context.request().headers().getAll(HEADER));
            context.put(KEY, id);
            context.response().putHeader(HEADER, id);
        }
        return id;
    }

    /** The one value that the caller sent, if it is harmless. */
    static String from(List<String> sent) {
        return sent.size() == 1 && HARMLESS.matcher(sent.get(0)).matches()
                ? sent.get(0)
                : UUID.randomUUID().toString();
    }
}
