package dev.greengraph.deploy;

import static io.restassured.RestAssured.get;

import dev.greengraph.testsupport.gateway.ManagementPort;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths that the Deployment probes and that Prometheus scrapes: on the management port, not where callers come. */
@QuarkusTest
class ProbesTest {

    /** The upstream of this profile cannot be reached: health does not depend on it. */
    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics"})
    void answersOnTheManagementPort(String path) {
        ManagementPort.get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q"})
    void answersNobodyElse(String path) {
        get(path).then().statusCode(404);
    }
}
