package dev.greengraph.http.graphiql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.greengraph.http.Contract;
import graphql.language.OperationDefinition.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example that is a query gets data from the real gateway, and no error; {@link GraphiqlBrowserTest} runs the subscription. */
@QuarkusTest
@TestProfile(GraphiqlOn.class)
class GraphiqlExamplesRunTest {

    static Stream<String> queries() {
        return GraphiqlExamplesTest.examples()
                .filter(path -> GraphiqlExamplesTest.operation(path).getOperation() == Operation.QUERY);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void getsDataWithoutErrors(String path) {
        given().contentType("application/json")
                .body(new JsonObject().put("query", Contract.text(path)).encode())
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .body("data", notNullValue());
    }

    /** The first example of another gateway would succeed, too. */
    @Test
    void asksTheSimulator() {
        given().contentType("application/json")
                .body("{\"query\":\"{ account { name messenger } }\"}")
                .post("/graphql")
                .then()
                .body("data.account.name", equalTo("shop"));
    }
}
