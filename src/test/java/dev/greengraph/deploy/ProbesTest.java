package dev.greengraph.deploy;

import static io.restassured.RestAssured.get;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths that the Deployment probes are answered by the gateway. */
@QuarkusTest
class ProbesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started"})
    void answersWhereTheDeploymentProbes(String path) {
        get(path).then().statusCode(200);
    }
}
