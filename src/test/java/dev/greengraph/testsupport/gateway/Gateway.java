package dev.greengraph.testsupport.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Questions as a caller sends them. */
public final class Gateway {

    private Gateway() {}

    /** The answer to a document, which must come with status 200. */
    public static ValidatableResponse ask(String query) {
        return ask(query, Map.of());
    }

    public static ValidatableResponse ask(String query, Map<String, Object> variables) {
        JsonObject body = new JsonObject().put("query", query).put("variables", new JsonObject(variables));
        return send(body.encode()).statusCode(200);
    }

    /** The answer to fields of one account: {@code data.account} holds them. */
    public static ValidatableResponse ask(UpstreamAccount account, String fields) {
        return ask("{ account(name: \"%s\") { %s } }".formatted(account.name(), fields));
    }

    /** The answer to any body. */
    public static ValidatableResponse send(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/graphql")
                .then();
    }

    /** Asks again until it is so: for what the gateway does in the background. */
    public static void await(BooleanSupplier condition) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            while (!condition.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
    }

    /** Asserts that nothing failed. */
    public static ValidatableResponse succeeded(ValidatableResponse answer) {
        return answer.body("errors", nullValue());
    }

    /** Asserts that one thing failed. */
    public static ValidatableResponse failed(ValidatableResponse answer, String code) {
        return answer.body("errors.size()", equalTo(1)).body("errors[0].extensions.code", equalTo(code));
    }
}
