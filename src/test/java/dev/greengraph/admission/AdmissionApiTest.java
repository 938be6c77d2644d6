package dev.greengraph.admission;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.send;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.greengraph.account.Sha256;
import dev.greengraph.admission.document.Attack;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import graphql.ExecutionResult;
import graphql.parser.ParserOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.QueryCache;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Persisted queries, planned costs and the engine's own door, in the running gateway. */
@QuarkusTest
@TestProfile(ClosedSchemaProfile.class)
class AdmissionApiTest {

    private static final String TEXT = "query Mine($name: String) { account(name: $name) { name } }";

    FakeUpstream upstream;

    @Inject
    ExecutionService engine;

    /** First the hash alone, then both, then the hash alone again: as Apollo Client and urql do. */
    @Test
    void executesADocumentByItsHashOnceItWasSent() {
        JsonObject byHash = persisted(Sha256.hex(TEXT))
                .put("variables", new JsonObject().put("name", upstream.shared().name()));

        send(byHash.encode())
                .statusCode(200)
                .body("data", nullValue())
                .body("errors[0].message", equalTo("PersistedQueryNotFound"))
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
        for (JsonObject request : List.of(byHash.copy().put("query", TEXT), byHash)) {
            succeeded(send(request.encode()).statusCode(200))
                    .body("data.account.name", equalTo(upstream.shared().name()));
        }
    }

    @Test
    void refusesAHashOfAnotherText() {
        String hash = Sha256.hex("{ accounts { name messenger } }");

        send(persisted(hash).put("query", TEXT).encode())
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        send(persisted(hash).encode()).body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
    }

    @Test
    void registersNothingThatIsRefusal() {
        String tooMany = Attack.aliases(31);

        send(persisted(Sha256.hex(tooMany)).put("query", tooMany).encode())
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("QUERY_TOO_COMPLEX"));
        send(persisted(Sha256.hex(tooMany)).encode())
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
    }

    @Test
    void registersNothingThatIsNoGraphql() {
        String broken = "{ accounts { name ";

        send(persisted(Sha256.hex(broken)).put("query", broken).encode());
        send(persisted(Sha256.hex(broken)).encode())
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
    }

    @Test
    void refusesAnExtensionThatItDoesNotUnderstand() {
        for (String persisted : List.of("7", "{}", "{\"version\":2,\"sha256Hash\":\"a\"}", "{\"version\":1}")) {
            send("{\"extensions\":{\"persistedQuery\":" + persisted + "}}")
                    .statusCode(400)
                    .body(
                            "errors[0].message",
                            equalTo("extensions.persistedQuery: must be version 1 with a sha256Hash"));
        }
    }

    @Test
    void tellsThePlannedCallsToWhoAsks() {
        UpstreamAccount account = upstream.whatsapp();
        String query = "{ account(name: \"%s\") { chats { totalCount } } }".formatted(account.name());
        String body = new JsonObject().put("query", query).encode();

        given().contentType("application/json")
                .header("GraphQL-Cost", "true")
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("extensions.cost.plannedCalls", equalTo(2))
                .body("data.account.chats.totalCount", equalTo(0));
        succeeded(send(body)).body("extensions", nullValue());
        assertEquals(2, account.takeCalls().size());
    }

    @Test
    void plansWithTheVariablesOfTheRequest() {
        UpstreamAccount account = upstream.whatsapp();
        String query =
                "query ($n: Int!) { account(name: \"%s\") { chats(first: $n) { nodes { history { totalCount } } } } }"
                        .formatted(account.name());

        succeeded(ask(query, Map.of("n", 18)));
        send(new JsonObject()
                        .put("query", query)
                        .put("variables", new JsonObject().put("n", 19))
                        .encode())
                .statusCode(400)
                .body("errors[0].extensions.limitName", equalTo("upstream-calls"))
                .body("errors[0].extensions.value", equalTo(21));
    }

    /** A document that comes to the engine by a door of the framework's. */
    @Test
    void standsInTheEnginesOwnDoor() {
        assertEquals("QUERY_TOO_COMPLEX", codeOf(Attack.aliases(31)));
        assertEquals("QUERY_TOO_COMPLEX", codeOf(Attack.fragmentBomb(40)));
        assertEquals("INTROSPECTION_DISABLED", codeOf("{ __schema { types { name } } }"));
        assertEquals(null, codeOf("{ __typename }"));
    }

    /** SmallRye's own setting bounds another parser: the engine took 15,000 tokens. */
    @Test
    void boundsTheEnginesParser() {
        ParserOptions options = ParserOptions.getDefaultOperationParserOptions();

        assertEquals(2_000, options.getMaxTokens());
        assertEquals(16_384, options.getMaxCharacters());
        assertFalse(options.isCaptureIgnoredChars());
    }

    /** SmallRye's own number is 2048, whatever the size of the documents. */
    @Test
    void boundsTheEnginesParsedDocuments() throws ReflectiveOperationException {
        Field number = QueryCache.class.getDeclaredField("MAX_CACHE_SIZE");
        number.setAccessible(true);

        assertEquals(128, number.get(null));
    }

    private Object codeOf(String query) {
        AtomicReference<ExecutionResult> result = new AtomicReference<>();
        engine.executeSync(Json.createObjectBuilder().add("query", query).build(), new ExecutionResponseWriter() {
            @Override
            public void write(ExecutionResponse response) {
                result.set(response.getExecutionResult());
            }

            @Override
            public void fail(Throwable failure) {
                throw new IllegalStateException(failure);
            }
        });
        return result.get().getErrors().stream()
                .map(error -> error.getExtensions().get("code"))
                .findFirst()
                .orElse(null);
    }

    private static JsonObject persisted(String hash) {
        JsonObject persisted = new JsonObject().put("version", 1).put("sha256Hash", hash);
        return new JsonObject().put("extensions", new JsonObject().put("persistedQuery", persisted));
    }
}
