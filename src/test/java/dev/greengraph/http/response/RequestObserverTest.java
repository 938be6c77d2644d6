package dev.greengraph.http.response;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static dev.greengraph.testsupport.gateway.Gateway.send;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.ManagementPort;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(GatewayProfile.class)
class RequestObserverTest {

    FakeUpstream upstream;

    @Inject
    MeterRegistry registry;

    @Inject
    GatewayClock clock;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answered | {'query':'{ __typename }'}",
                "refused  | {'query':'{ nobodyKnows }'}",
                "refused  | no json",
                "refused  | []",
            })
    void recordsHowARequestEnds(String outcome, String body) {
        double before = requests(outcome);

        send(body.replace('\'', '"'));

        await(() -> requests(outcome) == before + 1);
    }

    @Test
    void recordsThatAFieldFailed() {
        UpstreamAccount account = upstream.whatsapp().on("lastIncomingMessages", Reply.refusal(500, "down"));
        double before = requests("partial");
        double errors = errors("upstream_unavailable");

        ask(account, "name messages { totalCount } chats { totalCount }");

        await(() -> requests("partial") == before + 1);
        assertEquals(errors + 1, errors("upstream_unavailable"), "once for the request, not for each field");
    }

    @Test
    void recordsADefect() {
        double before = errors("internal");
        clock.breakWith(new IllegalStateException("broken"));

        send("{\"query\":\"{ account(name: \\\"%s\\\") { messages { totalCount } } }\"}"
                .formatted(upstream.whatsapp().name()));
        clock.repair();

        await(() -> errors("internal") == before + 1);
    }

    @Test
    void recordsACallerWhoLeaves() throws IOException {
        UpstreamAccount account = upstream.whatsapp().on("lastIncomingMessages", Reply.hang());
        double before = requests("abandoned");

        try (Socket caller = new Socket("localhost", RestAssured.port)) {
            String body = "{\"query\":\"{ account(name: \\\"%s\\\") { messages { totalCount } } }\"}"
                    .formatted(account.name());
            caller.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            await(() -> inFlight() == 1);
        }

        await(() -> requests("abandoned") == before + 1);
        assertEquals(0, inFlight());
    }

    @Test
    void nothingStaysInFlightWhoeverAnswers() {
        given().get("/graphql");
        given().delete("/graphql");

        await(() -> inFlight() == 0);
    }

    /** Whatever callers send: their paths, methods and names make no series. */
    @Test
    void callersMakeNoSeries() {
        send("{\"query\":\"query First { __typename }\"}").statusCode(200);
        given().get("/nowhere").then().statusCode(404);
        Set<String> before = series();

        send("{\"query\":\"query Other7391 { __typename }\",\"operationName\":\"Other7391\"}")
                .statusCode(200);
        given().request("METHOD7391", "/graphql");
        given().request("METHOD7391", "/nowhere");
        for (String path : Set.of("/path7391", "/path7391/../graphql", "/%67raphql", "/graphql/7391")) {
            given().urlEncodingEnabled(false).get(path);
            given().urlEncodingEnabled(false).contentType("application/json").post(path);
        }

        assertEquals(before, series());
    }

    private static Set<String> series() {
        return ManagementPort.metrics()
                .lines()
                .filter(line -> line.startsWith("http_server") || line.startsWith("greengraph_request"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    private double requests(String outcome) {
        return registry.get("greengraph.request")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    private double errors(String code) {
        return registry.get("greengraph.request.errors")
                .tag("code", code)
                .counter()
                .count();
    }

    private double inFlight() {
        return registry.get("greengraph.requests.in.flight").gauge().value();
    }
}
