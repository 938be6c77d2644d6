package dev.greengraph.http;

import dev.greengraph.graphql.error.ErrorCode;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** A query in the address: only if the settings allow it, and from no page of another origin. */
final class GraphqlGet {

    /** A header that a page of another origin cannot send without asking first; its value does not matter. */
    static final String PREFLIGHT_HEADER = "Apollo-Require-Preflight";

    private GraphqlGet() {}

    /** Fails with {@link Refusal} if any page could have made a browser send this, by a link or an image. */
    static void checkOrigin(MultiMap headers) {
        if (!headers.contains(PREFLIGHT_HEADER) && !ContentType.isJson(headers)) {
            throw new Refusal(
                    400,
                    ErrorCode.BAD_REQUEST,
                    PREFLIGHT_HEADER + ": required with GET, unless Content-Type is application/json");
        }
    }

    /** The parameters as the body of a POST would have them; fails with {@link Refusal}. */
    static JsonObject read(RoutingContext context) {
        MultiMap parameters = context.queryParams();
        JsonObjectBuilder request = Json.createObjectBuilder();
        for (String name : List.of("query", "documentId", "operationName", "variables", "extensions")) {
            List<String> values = parameters.getAll(name);
            if (values.size() > 1) {
                throw new Refusal(400, ErrorCode.BAD_REQUEST, name + ": allowed is one value");
            }
            for (String value : values) {
                boolean text = !name.equals("variables") && !name.equals("extensions");
                request.add(name, text ? Json.createValue(value) : StrictJson.read(name, value));
            }
        }
        return GraphqlRequest.checked(request.build());
    }

    /** Whichever operation is chosen: nothing that changes anything may stand in a link. */
    static void refuseMutation(String query, RoutingContext context) {
        boolean queriesOnly = parse(query).getDefinitionsOfType(OperationDefinition.class).stream()
                .allMatch(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY);
        if (!queriesOnly) {
            context.response().putHeader(HttpHeaders.ALLOW, "POST");
            throw new Refusal(405, ErrorCode.BAD_REQUEST, "query: allowed are only queries with GET");
        }
    }

    /** The document; an empty one if it cannot be read, which the execution will report. */
    private static Document parse(String query) {
        try {
            return Syntax.parse(query);
        } catch (InvalidSyntaxException reportedLater) {
            return Document.newDocument().build();
        }
    }
}
