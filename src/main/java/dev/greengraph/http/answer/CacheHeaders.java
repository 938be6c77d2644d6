package dev.greengraph.http.answer;

import dev.greengraph.cache.RepeatableReads;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser may do with the answer to a GET: keep it for itself until what it shows is no longer fresh, and ask again
 * with its entity tag. Only answers to documents that are sent by reference are used without asking again: their addresses
 * are few and the same for every user of an application. A POST is never stored.
 */
@Singleton
public class CacheHeaders {

    private static final String ASK_AGAIN = "private, no-cache";
    /** For answers that depend on nothing of the upstream: the schema may change with a new version. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;

    CacheHeaders(Clock clock) {
        this.clock = clock;
    }

    /** Adds the headers of an answer; returns whether the caller has it already, so that it is answered with 304. */
    public boolean add(RoutingContext context, Answer answer, boolean isCompressed) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.GET)) {
            return false;
        }
        String tag = answer.tag(isCompressed);
        context.response()
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl(request, answer.reads()));
        return matches(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), opaque(tag));
    }

    private String cacheControl(HttpServerRequest request, @Nullable RepeatableReads reads) {
        if (reads == null || request.getParam("query") != null) {
            return ASK_AGAIN;
        }
        long seconds = remaining(reads.until()).toSeconds();
        return seconds <= 0 ? ASK_AGAIN : "private, max-age=" + seconds;
    }

    private Duration remaining(Instant until) {
        Instant latest = clock.instant().plus(LONGEST);
        return Duration.between(clock.instant(), until.isBefore(latest) ? until : latest);
    }

    /** By weak comparison, as RFC 9110 wants it for this header. */
    private static boolean matches(List<String> ifNoneMatch, String tag) {
        return ifNoneMatch.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .anyMatch(value -> value.equals("*") || opaque(value).equals(tag));
    }

    /** A tag without the mark of weakness. */
    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
