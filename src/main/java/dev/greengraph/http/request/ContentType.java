package dev.greengraph.http.request;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The body must be JSON in UTF-8, which a browser sends to another origin only after a preflight.
 *
 * <p>Not Vert.x' parsed header: it reads the first of several lines, keeps one of several charsets, and takes
 * {@code charset =utf-8} for {@code charset=utf-8}. Two readers must not understand a request differently.
 */
public final class ContentType {

    /** The media type of a request body. */
    public static final String JSON = "application/json";

    private static final String CHARSET = "charset=";

    private ContentType() {}

    /** Fails with {@link Refusal} if the body has another type or a content encoding. */
    public static void check(RoutingContext context) {
        MultiMap headers = context.request().headers();
        if (!isJson(headers)) {
            context.response().putHeader("Accept-Post", JSON);
            throw new Refusal(415, ErrorCode.BAD_REQUEST, "Content-Type must be application/json in UTF-8");
        }
        if (headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
            throw new Refusal(415, ErrorCode.BAD_REQUEST, "Content-Encoding must be absent");
        }
    }

    /** Whether there is exactly one type, JSON, with at most one charset, UTF-8; other parameters are ignored. */
    public static boolean isJson(MultiMap headers) {
        List<String> types = headers.getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() != 1) {
            return false;
        }
        if (types.get(0).equals(JSON)) { // what nearly all send
            return true;
        }
        List<String> parts = Stream.of(types.get(0).toLowerCase(Locale.ROOT).split(";"))
                .map(String::strip)
                .toList();
        List<String> charsets =
                parts.stream().filter(part -> part.startsWith("charset")).toList();
        return !parts.isEmpty()
                && parts.get(0).equals(JSON)
                && charsets.size() <= 1
                && charsets.stream().allMatch(ContentType::isUtf8);
    }

    private static boolean isUtf8(String parameter) {
        return parameter.equals(CHARSET + "utf-8") || parameter.equals(CHARSET + "\"utf-8\"");
    }
}
