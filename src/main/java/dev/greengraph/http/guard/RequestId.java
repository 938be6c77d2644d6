package dev.greengraph.http.guard;

import dev.greengraph.observe.LogKey;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The id of one request: in the response's header, in each of its errors and in the log.
 *
 * <p>The caller's id is used if it cannot forge log lines; else the request gets a new one.
 */
public final class RequestId {

    /** Header of request and response. */
    static final String HEADER = "X-Request-Id";

    /** Key in the log and in the extensions of an error. */
    public static final String KEY = LogKey.REQUEST_ID.key();

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Assigns the id and puts it into the logging context, which belongs to the request. */
    static void assign(RoutingContext context) {
        MDC.put(KEY, of(context));
        context.next();
    }

    /** The id of the request; assigns one if the request failed before {@link #assign}. */
    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        if (id == null) {
            id = from(context.request().headers().getAll(HEADER));
            context.put(KEY, id);
            context.response().putHeader(HEADER, id);
        }
        return id;
    }

    /** The caller's id if there is exactly one and it is safe, else a new one. */
    static String from(List<String> sent) {
        return sent.size() == 1 && SAFE.matcher(sent.get(0)).matches()
                ? sent.get(0)
                : UUID.randomUUID().toString();
    }
}
