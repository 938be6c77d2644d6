package dev.greengraph.http;

import graphql.ExecutionInput;
import graphql.GraphQL;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;

/**
 * A stand-in for {@code /graphql}: the contract's schema, introspection included, over one fixed inbox.
 *
 * <p>Only there where a test profile enables it, so that the page is tested against an answer that never changes.
 */
@Alternative
@ApplicationScoped
public class ContractEndpoint {

    private final GraphQL graphQL = GraphQL.newGraphQL(Contract.schema()).build();
    private final JsonObject inbox = new JsonObject(Contract.text("graphiql/inbox.json"));

    void register(@Observes Router router) {
        // Before the gateway's own route.
        router.post("/graphql").order(-1000).handler(BodyHandler.create()).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        JsonObject request = context.body().asJsonObject();
        ExecutionInput input = ExecutionInput.newExecutionInput(request.getString("query"))
                .operationName(request.getString("operationName"))
                .root(inbox.getMap())
                .build();
        context.json(new JsonObject(graphQL.execute(input).toSpecification()));
    }
}
