package dev.greengraph.http.execution;

import dev.greengraph.admission.Admission;
import dev.greengraph.admission.Admitted;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.load.LimitsConfig;
import dev.greengraph.http.request.GraphqlGet;
import dev.greengraph.http.request.GraphqlRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.Map;

/** Reads the operation of a request from its body or its URL and submits it to admission. Fails with {@link Refusal}. */
@Singleton
public class OperationReader {

    private final Admission admission;
    private final CallerCheck callers;
    private final long bodyLimit;
    private final BodyHandler body;

    OperationReader(Admission admission, CallerCheck callers, LimitsConfig limits) {
        this.admission = admission;
        this.callers = callers;
        this.bodyLimit = limits.requestBody().asLongValue();
        this.body = BodyHandler.create(false).setBodyLimit(bodyLimit);
    }

    /** Receives the body. Vert.x wants a {@link BodyHandler} as the first handler of a route; as a method it may be a later one. */
    public void receive(RoutingContext context) {
        body.handle(context);
    }

    /** The operation, admitted. */
    public Admitted read(RoutingContext context) {
        if (context.request().method().equals(HttpMethod.POST)) {
            return admitted(context, GraphqlRequest.parse(context.body().buffer()));
        }
        Admitted admitted = admitted(context, GraphqlGet.read(context));
        GraphqlGet.requireQueries(admitted, context);
        return admitted;
    }

    /** The refusal of a body above the limit. */
    public Refusal tooLarge() {
        return new Refusal(
                413,
                ErrorCode.QUERY_TOO_LARGE,
                "The body must be at most " + bodyLimit + " bytes",
                Map.of("limit", bodyLimit));
    }

    /** The operation that a message of a WebSocket holds, admitted. */
    public Admitted admit(RoutingContext context, JsonObject payload) {
        return admitted(context, GraphqlRequest.checked(payload));
    }

    private Admitted admitted(RoutingContext context, JsonObject request) {
        return admission.admit(request, callers.visible(context).all().size());
    }
}
