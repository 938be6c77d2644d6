package dev.greengraph.testsupport.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;

/** Health and metrics of the gateway under test. */
public final class ManagementPort {

    private ManagementPort() {}

    public static Response get(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        return given().port(port).get(path);
    }

    /** All metrics, in the text format of Prometheus. */
    public static String metrics() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        return given().port(port).accept("text/plain").get("/q/metrics").asString();
    }
}
