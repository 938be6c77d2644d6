package dev.greengraph.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import graphql.ExecutionResult;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The end of an execution, behind a server of its own with an execution that comes back with anything. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class AnswerTest {

    private final Vertx vertx = Vertx.vertx();

    @Inject
    OperationsInFlight inFlight;

    @Inject
    ResponseWriter writer;

    @Test
    void whatCannotBeWrittenIsAFailureAndNotSilence() {
        HttpServer server = serve();
        try {
            given().port(server.actualPort())
                    .post("/")
                    .then()
                    .statusCode(500)
                    .body("data", nullValue())
                    .body("errors[0].extensions.code", equalTo("INTERNAL"));
        } finally {
            done(vertx.close());
        }
        assertEquals(0, inFlight.taken());
    }

    private HttpServer serve() {
        Router router = Router.router(vertx);
        router.route().handler(inFlight).handler(this::answer);
        return done(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    private void answer(RoutingContext context) {
        inFlight.begin(context);
        ExecutionResult result =
                ExecutionResult.newExecutionResult().data(new NoJson()).build();
        new Answer(context, "{ a }", inFlight, writer).write(new ExecutionResponse(result));
    }

    private static final class NoJson extends AbstractMap<String, String> {

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            throw new IllegalStateException("cannot be read");
        }
    }
}
