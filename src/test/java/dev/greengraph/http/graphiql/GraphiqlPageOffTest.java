package dev.greengraph.http.graphiql;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a setting, there is no page and none of its files, under any address. */
@QuarkusTest
class GraphiqlPageOffTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/graphiql",
                "/graphiql/",
                "/graphiql/graphiql.js",
                "/graphiql/vendor/graphiql.min.js",
                "/graphiql/examples/index.json",
                "/graphiql/examples/01-inbox.graphql",
                "/graphql-ui/graphiql.min.js",
                "/graphql-ui/index.html",
                "/vendor/graphiql.min.js",
            })
    void answersNotFound(String path) {
        given().redirects().follow(false).get(path).then().statusCode(404);
    }
}
