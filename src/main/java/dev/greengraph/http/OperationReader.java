package dev.greengraph.http;

import dev.greengraph.admission.Admission;
import dev.greengraph.admission.Admitted;
import dev.greengraph.admission.document.NotAdmitted;
import dev.greengraph.graphql.error.ErrorCode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.Map;

/** Reads the operation of a request, from its body or its address, and has it admitted. Fails with {@link Refusal}. */
@Singleton
class OperationReader {

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

    /** Takes the body; not the handler itself: the router wants a body handler first, and here others are. */
    void receive(RoutingContext context) {
        body.handle(context);
    }

    /** What is to be executed. */
    Admitted read(RoutingContext context) {
        if (context.request().method().equals(HttpMethod.POST)) {
            return admit(context, GraphqlRequest.parse(context.body().buffer()));
        }
        Admitted admitted = admit(context, GraphqlGet.read(context));
        GraphqlGet.refuseMutation(admitted.text(), context);
        return admitted;
    }

    /** The body was larger than it may be. */
    Refusal tooLarge() {
        return new Refusal(413, ErrorCode.QUERY_TOO_LARGE, "The body is too large.", Map.of("limit", bodyLimit));
    }

    private Admitted admit(RoutingContext context, JsonObject request) {
        try {
            return admission.admit(request, callers.accounts(context));
        } catch (NotAdmitted refused) {
            throw new Refusal(refused.status(), refused.code(), refused.text(), refused.details());
        }
    }
}
