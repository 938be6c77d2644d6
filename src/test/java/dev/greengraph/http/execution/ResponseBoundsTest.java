package dev.greengraph.http.execution;

import static dev.greengraph.testsupport.gateway.Gateway.await;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.http.load.LoadShedder;
import dev.greengraph.http.response.ResponseWriter;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import graphql.ExecutionResult;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The end of an execution, behind a server of its own with an execution that comes back with anything. */
@QuarkusTest
@TestProfile(ResponseBoundsTest.LittleUnsent.class)
class ResponseBoundsTest {

    private static final int LONG = 7 << 20;

    private final Vertx vertx = Vertx.vertx();
    private volatile Object data = new NoJson();

    @Inject
    LoadShedder load;

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
        assertEquals(0, load.inUse());
    }

    @Test
    void whatIsLongerThanAnAnswerMayBeIsRefused() {
        data = Map.of("a", "x".repeat(9 << 20));
        HttpServer server = serve();
        try {
            given().port(server.actualPort())
                    .post("/")
                    .then()
                    .statusCode(400)
                    .body("data", nullValue())
                    .body("errors[0].extensions.code", equalTo("QUERY_TOO_COMPLEX"))
                    .body("errors[0].extensions.limitName", equalTo("answer-body"));
        } finally {
            done(vertx.close());
        }
    }

    /** Seven megabytes are more than the system takes for a caller that does not read. */
    @Test
    void whileSlowCallersHoldTooMuchTheNextIsRefused() throws IOException {
        data = Map.of("a", "x".repeat(LONG));
        HttpServer server = serve();
        try {
            try (Socket slow = new Socket()) {
                slow.setReceiveBufferSize(8_192);
                slow.connect(new InetSocketAddress("127.0.0.1", server.actualPort()));
                slow.getOutputStream()
                        .write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
                slow.getInputStream().read();

                given().port(server.actualPort())
                        .post("/")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", "1")
                        .body("errors[0].extensions.code", equalTo("OVERLOADED"));
            }
            await(() -> given().port(server.actualPort()).post("/").statusCode() == 200);
        } finally {
            done(vertx.close());
        }
    }

    private HttpServer serve() {
        Router router = Router.router(vertx);
        router.route().handler(load).handler(this::answer);
        return done(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    private void answer(RoutingContext context) {
        load.begin(context);
        ExecutionResult result = ExecutionResult.newExecutionResult().data(data).build();
        new ExecutionCallback(context, load, writer).accept(result, null);
    }

    /** Next to nothing may be left untaken. */
    public static class LittleUnsent extends GatewayProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("greengraph.limits.unsent-answers", "1K");
            return settings;
        }
    }

    private static final class NoJson extends AbstractMap<String, String> {

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            throw new IllegalStateException("cannot be read");
        }
    }
}
