package dev.greengraph.bench.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A request that is sent again and again.
 *
 * @param body empty for GET
 * @param status that its answer has
 */
record Question(HttpMethod method, URI address, Map<String, String> headers, Buffer body, int status) {

    Question {
        headers = Map.copyOf(headers);
    }

    static Question get(URI address) {
        return new Question(HttpMethod.GET, address, Map.of("Content-Type", "application/json"), Buffer.buffer(), 200);
    }

    static Question query(URI graphql, String query) {
        return post(graphql, new JsonObject().put("query", query));
    }

    static Question post(URI graphql, JsonObject request) {
        return new Question(
                HttpMethod.POST, graphql, Map.of("Content-Type", "application/json"), request.toBuffer(), 200);
    }

    /** The same from a caller who has an answer already. */
    Question unless(String etag) {
        Map<String, String> conditional = new HashMap<>(headers);
        conditional.put("If-None-Match", etag);
        return new Question(method, address, conditional, body, 304);
    }

    /** All of it but the body. */
    RequestOptions options() {
        String query = address.getRawQuery();
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI(address.getRawPath() + (query == null ? "" : "?" + query));
        headers.forEach(options::putHeader);
        return options;
    }
}
