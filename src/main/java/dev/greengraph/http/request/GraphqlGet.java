package dev.greengraph.http.request;

import dev.greengraph.admission.Admitted;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** Reads an operation from the parameters of a GET. */
public final class GraphqlGet {

    /** {@link Json} itself looks for its provider at each call. */
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private GraphqlGet() {}

    /** The parameters in the form of a POST's body; fails with {@link Refusal}. */
    public static JsonObject read(RoutingContext context) {
        MultiMap parameters = context.queryParams();
        JsonObjectBuilder request = BUILDERS.createObjectBuilder();
        for (String name : List.of("query", "documentId", "operationName", "variables", "extensions")) {
            List<String> values = parameters.getAll(name);
            if (values.size() > 1) {
                throw Refusal.badRequest(name + " must be given once");
            }
            for (String value : values) {
                if (name.equals("variables") || name.equals("extensions")) {
                    request.add(name, StrictJson.read(name, value));
                } else {
                    request.add(name, value);
                }
            }
        }
        return GraphqlRequest.checked(request.build());
    }

    /** Fails with {@link Refusal} unless all operations of the document are queries, whichever of them is chosen. */
    public static void requireQueries(Admitted admitted, RoutingContext context) {
        if (!admitted.holdsOnlyQueries()) {
            context.response().putHeader(HttpHeaders.ALLOW, "POST");
            throw new Refusal(405, ErrorCode.BAD_REQUEST, "query must hold only queries with GET");
        }
    }
}
