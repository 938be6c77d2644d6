package dev.greengraph.http.negotiation;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The media types of a response; negotiates one of them by the request's {@code Accept}. */
public enum MediaType {
    /** Only with this type does the status say whether the document is valid. */
    GRAPHQL_RESPONSE("graphql-response+json"),
    /** For older callers: an operation that is not valid is answered with 200, too. */
    JSON("json");

    private static final String ANYTHING = "*";

    private final String subtype;

    MediaType(String subtype) {
        this.subtype = subtype;
    }

    /** The value of {@code Content-Type}. */
    public String header() {
        return "application/" + subtype + "; charset=utf-8";
    }

    /** Whether the caller accepts either type. */
    public static boolean isAcceptable(RoutingContext context) {
        return wantedBy(accept(context)).isPresent();
    }

    /** Fails with {@link Refusal} if the caller accepts neither type. */
    public static void check(RoutingContext context) {
        if (!isAcceptable(context)) {
            throw new Refusal(
                    406,
                    ErrorCode.BAD_REQUEST,
                    "Accept must include application/graphql-response+json or application/json, for a subscription"
                            + " text/event-stream; multipart/mixed is not served");
        }
    }

    /** Whether the caller names the type of streams, which only subscriptions are. */
    public static boolean acceptsEvents(RoutingContext context) {
        return WeightedValue.parse(accept(context)).stream()
                .anyMatch(range -> range.value().equals("text/event-stream") && range.quality() > 0);
    }

    /** The negotiated type; JSON for a caller that accepts neither. */
    public static MediaType of(RoutingContext context) {
        return wantedBy(accept(context)).orElse(JSON);
    }

    private static List<String> accept(RoutingContext context) {
        return context.request().headers().getAll(HttpHeaders.ACCEPT);
    }

    /**
     * The type with the higher quality. With equal qualities, graphql-response+json if it is named, else JSON.
     *
     * @param accept the values of the header, none for a request without it
     * @return empty if neither is acceptable
     */
    static Optional<MediaType> wantedBy(List<String> accept) {
        List<WeightedValue> ranges = WeightedValue.parse(accept);
        if (ranges.isEmpty()) {
            return Optional.of(JSON);
        }
        WeightedValue newer = GRAPHQL_RESPONSE.bestOf(ranges);
        WeightedValue plain = JSON.bestOf(ranges);
        if (newer.quality() == 0 && plain.quality() == 0) {
            return Optional.empty();
        }
        boolean preferred = newer.quality() == plain.quality() && GRAPHQL_RESPONSE.isNamedBy(newer);
        return Optional.of(preferred || newer.quality() > plain.quality() ? GRAPHQL_RESPONSE : JSON);
    }

    /** The most specific range that matches this type. */
    private WeightedValue bestOf(List<WeightedValue> ranges) {
        return Stream.of("application/" + subtype, "application/" + ANYTHING, ANYTHING + "/" + ANYTHING)
                .flatMap(type -> ranges.stream().filter(range -> range.value().equals(type)))
                .findFirst()
                .orElse(new WeightedValue("", 0));
    }

    private boolean isNamedBy(WeightedValue range) {
        return range.value().equals("application/" + subtype);
    }
}
