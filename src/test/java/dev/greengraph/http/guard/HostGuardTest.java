package dev.greengraph.http.guard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.admission.ClosedSchemaProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gateway that knows its names. */
@QuarkusTest
@TestProfile(ClosedSchemaProfile.class)
class HostGuardTest {

    private static final String BODY = "{\"query\":\"{accounts{name}}\"}";

    @TestHTTPResource
    URL root;

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LocalHost:8080, 200",
        "[::1]:8080, 200",
        "evil.example:8080, 421",
        "localhost.evil.example, 421",
        "127.0.0.1, 421",
    })
    void answersToItsNamesOnly(String host, int status) throws IOException {
        String answer = new RawHttp(root.getPort())
                .exchange("POST /graphql HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY);

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains(status == 200 ? "\"data\"" : "\"code\":\"BAD_REQUEST\""), answer);
    }
}
