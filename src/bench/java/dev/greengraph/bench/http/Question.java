package dev.greengraph.bench.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/**
 * A request that is sent again and again.
 *
 * @param body empty for GET
 */
record Question(HttpMethod method, URI address, Buffer body) {

    static Question get(URI address) {
        return new Question(HttpMethod.GET, address, Buffer.buffer());
    }

    static Question query(URI graphql, String query) {
        return new Question(
                HttpMethod.POST, graphql, new JsonObject().put("query", query).toBuffer());
    }
}
