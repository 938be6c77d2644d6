package dev.greengraph.http.graphiql;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(GraphiqlOn.class)
class GraphiqlPageTest {

    @ParameterizedTest
    @CsvSource({
        "/graphiql, text/html",
        "/graphiql/graphiql.js, text/javascript",
        "/graphiql/graphiql.css, text/css",
        "/graphiql/icon.svg, image/svg+xml",
        "/graphiql/vendor/react.production.min.js, text/javascript",
        "/graphiql/vendor/react-dom.production.min.js, text/javascript",
        "/graphiql/vendor/graphiql.min.js, text/javascript",
        "/graphiql/vendor/graphiql.min.css, text/css",
        "/graphiql/examples/index.json, application/json",
        "/graphiql/examples/01-inbox.graphql, text/plain",
    })
    void servesItsFilesWithTheirType(String path, String contentType) {
        given().get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(contentType))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache");
    }

    @Test
    void onlyThePageMayRunItsScripts() {
        given().get("/graphiql")
                .then()
                .header("X-Frame-Options", "DENY")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
                                + "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; "
                                + "frame-ancestors 'none'");
        given().get("/graphiql/icon.svg")
                .then()
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void answersNotModifiedToWhoHasTheFile() {
        String etag = given().get("/graphiql").header("ETag");

        given().header("If-None-Match", etag)
                .get("/graphiql")
                .then()
                .statusCode(304)
                .body(emptyString());
        given().header("If-None-Match", "\"another\"").get("/graphiql").then().statusCode(200);
    }

    @Test
    void compressesALongFileUnderAnETagOfItsOwn() {
        String plain = undecoded()
                .header("Accept-Encoding", "identity")
                .get("/graphiql/graphiql.js")
                .then()
                .header("Content-Encoding", nullValue())
                .header("Vary", "Accept-Encoding")
                .extract()
                .header("ETag");
        String zipped = undecoded()
                .header("Accept-Encoding", "gzip")
                .get("/graphiql/graphiql.js")
                .then()
                .header("Content-Encoding", "gzip")
                .header("Vary", "Accept-Encoding")
                .extract()
                .header("ETag");

        assertEquals(plain.replaceFirst("\"$", "-gzip\""), zipped);
        undecoded()
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", zipped)
                .get("/graphiql/graphiql.js")
                .then()
                .statusCode(304);
        undecoded()
                .header("Accept-Encoding", "gzip")
                .get("/graphiql/icon.svg")
                .then()
                .header("Content-Encoding", nullValue());
    }

    /** Else REST Assured adds codings of its own to those of the request. */
    private static RequestSpecification undecoded() {
        return given().config(RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()));
    }

    @Test
    void answersHeadWithoutTheContent() {
        given().head("/graphiql").then().statusCode(200).header("Content-Type", startsWith("text/html"));
    }

    @ParameterizedTest
    @CsvSource({"/, graphiql", "/graphiql/, ../graphiql"})
    void leadsToThePage(String path, String location) {
        given().redirects().follow(false).get(path).then().statusCode(302).header("Location", location);
        given().get(path).then().statusCode(200).body("html.head.title", equalTo("greengraph"));
    }

    @ParameterizedTest
    @CsvSource({
        "/graphiql/graphiql.html",
        "/graphiql/application.properties",
        "/graphiql/../application.properties",
        "/graphiql/%2e%2e/application.properties",
        "/graphiql/vendor/",
        "/graphiql/vendor/graphiql.min.js.map",
    })
    void servesNothingElse(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404);
    }
}
