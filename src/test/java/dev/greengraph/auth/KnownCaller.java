package dev.greengraph.auth;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Asks with the header that makes a caller known; every request has the same name, so that answers can be compared.
 *
 * @param header its name
 * @param value its value
 */
record KnownCaller(String header, String value) {

    private static final String NAME = "X-Request-Id";

    static KnownCaller withKey(String key) {
        return new KnownCaller("X-API-Key", key);
    }

    static KnownCaller withToken(String token) {
        return new KnownCaller("Authorization", "Bearer " + token);
    }

    ValidatableResponse ask(String query) {
        return post(body(query)).then();
    }

    /** The answer to any body. */
    Response post(String body) {
        return request().contentType("application/json").body(body).post("/graphql");
    }

    /** A request of this caller, to be sent by any method. */
    RequestSpecification request() {
        return RestAssured.given().header(header, value).header(NAME, "same");
    }

    /** The whole answer, for a look at every byte. */
    String answer(String query) {
        return ask(query).extract().asString();
    }

    /** The answer once it is there. */
    CompletableFuture<String> later(HttpClient client, String query) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/graphql"))
                .header(header, value)
                .header(NAME, "same")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(query)))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    private static String body(String query) {
        return new JsonObject(Map.of("query", query)).encode();
    }
}
