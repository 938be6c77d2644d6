package dev.greengraph.simulator;

import static dev.greengraph.simulator.RunningSimulator.json;
import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.simulator.SimulatedAccount.STUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls a fault strikes, and until when. */
class SimulatorFaultScopeTest {

    private static final String INCOMING = "lastIncomingMessages?minutes=60";

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @Test
    void aFaultConcernsItsAccountAndMethodOnly() {
        // Given
        ask("{\"kind\":\"server-error\",\"account\":\"shop\",\"method\":\"lastIncomingMessages\"}");

        // Then
        assertEquals(500, upstream.get(SHOP, INCOMING).statusCode());
        assertEquals(200, upstream.get(STUDIO, INCOMING).statusCode());
        assertEquals(200, upstream.get(SHOP, "lastOutgoingMessages").statusCode());
    }

    @Test
    void aFaultIsUsedUpAfterItsTimes() {
        // Given
        ask("{\"kind\":\"server-error\",\"times\":1}");
        upstream.get(SHOP, INCOMING);

        // When
        HttpResponse<String> next = upstream.get(STUDIO, INCOMING);

        // Then
        assertEquals(200, next.statusCode());
        assertEquals("[]", upstream.control("GET", "faults", "").body());
    }

    @ParameterizedTest
    @CsvSource({"29999, 500", "30000, 200", "30001, 200"})
    void aFaultEndsAfterItsSeconds(long millis, int status) {
        // Given
        ask("{\"kind\":\"server-error\",\"seconds\":30}");

        // When
        upstream.advance(Duration.ofMillis(millis));

        // Then
        assertEquals(status, upstream.get(SHOP, INCOMING).statusCode());
    }

    @Test
    void aCallBeyondTheLimitDoesNotUseAFaultUp() {
        // Given
        upstream.get(SHOP, INCOMING);
        ask("{\"kind\":\"server-error\",\"times\":1}");

        // When
        int refused = upstream.get(SHOP, INCOMING).statusCode();
        upstream.advance(Duration.ofSeconds(1));

        // Then
        assertEquals(429, refused);
        assertEquals(500, upstream.get(SHOP, INCOMING).statusCode());
    }

    @Test
    void clearingEndsAllFaults() {
        // Given
        ask("{\"kind\":\"hang\"}");

        // When
        upstream.control("DELETE", "faults", "");

        // Then
        assertEquals(200, upstream.get(SHOP, INCOMING).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"meteor\"} | kind: must be one of rate-limited, quota,",
                "{\"kind\":\"hang\",\"colour\":1} | fields: must be one of account, delayMillis, kind, method, seconds, times",
                "{\"kind\":\"hang\",\"account\":\"main\"} | account: must be one of shop, studio",
                "{\"kind\":\"hang\",\"method\":\"getNothing\"} | method: must be one of getChatHistory,",
                "{\"kind\":\"hang\",\"times\":0} | times: must be a whole number",
                "{\"kind\":\"hang\",\"seconds\":\"x\"} | seconds: must be a whole number",
                "[] | body: must be a JSON object",
                "nonsense | body: must be a JSON object"
            })
    void whatIsNotUnderstoodIsRefusedWithWhatMustBe(String body, String message) {
        // When
        HttpResponse<String> answer = upstream.control("POST", "faults", body);

        // Then
        assertEquals(400, answer.statusCode());
        assertTrue(json(answer).path("message").asText().startsWith(message), answer::body);
    }

    @Test
    void notMoreThanFiftyFaultsAreActive() {
        // Given
        for (int i = 0; i < 50; i++) {
            ask("{\"kind\":\"hang\",\"method\":\"getMessage\"}");
        }

        // When
        HttpResponse<String> answer = upstream.control("POST", "faults", "{\"kind\":\"hang\"}");

        // Then
        assertEquals(400, answer.statusCode());
    }

    private void ask(String fault) {
        assertEquals(201, upstream.control("POST", "faults", fault).statusCode());
    }
}
