package dev.greengraph.simulator;

import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.simulator.SimulatedAccount.STUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorLimitTest {

    private static final String INCOMING = "lastIncomingMessages?minutes=1";
    private static final String MESSAGE =
            "{\"chatId\":\"120363000000000101@g.us\",\"idMessage\":\"3A5C0000000000000001\"}";

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @ParameterizedTest
    @CsvSource({"999, 429", "1000, 200", "1001, 200"})
    void aSecondCallIsRefusedUntilTheSecondIsOver(long millis, int status) {
        // Given
        upstream.get(SHOP, INCOMING);

        // When
        upstream.advance(Duration.ofMillis(millis));

        // Then
        assertEquals(status, upstream.get(SHOP, INCOMING).statusCode());
    }

    @Test
    void aRefusalIsEmptyAndSaysNothingOfWhenToComeBack() {
        // Given
        upstream.get(SHOP, INCOMING);

        // When
        HttpResponse<String> refused = upstream.get(SHOP, INCOMING);

        // Then
        assertEquals(429, refused.statusCode());
        assertEquals("", refused.body());
        assertEquals(Optional.of("0"), refused.headers().firstValue("Content-Length"));
        assertEquals(Optional.empty(), refused.headers().firstValue("Retry-After"));
        assertEquals(Optional.of("1"), refused.headers().firstValue("X-RateLimit-Replenish-Rate"));
        assertEquals(Optional.of("0"), refused.headers().firstValue("X-RateLimit-Remaining"));
    }

    @Test
    void aRefusedCallDoesNotPutOffTheNext() {
        // Given
        upstream.get(SHOP, INCOMING);
        upstream.advance(Duration.ofMillis(900));
        upstream.get(SHOP, INCOMING);

        // When
        upstream.advance(Duration.ofMillis(100));

        // Then
        assertEquals(200, upstream.get(SHOP, INCOMING).statusCode());
    }

    @Test
    void oneMessageMayBeReadTenTimesASecondOnWhatsApp() {
        // When
        long let = IntStream.range(0, 12)
                .filter(i -> upstream.post(SHOP, "getMessage", MESSAGE).statusCode() == 200)
                .count();

        // Then
        assertEquals(10, let);
    }

    @Test
    void oneMessageMayBeReadOnceASecondOnMax() {
        // Given
        String message = "{\"chatId\":\"10000001\",\"idMessage\":\"1766000000000\"}";
        upstream.post(STUDIO, "getMessage", message);

        // When
        HttpResponse<String> second = upstream.post(STUDIO, "getMessage", message);

        // Then
        assertEquals(429, second.statusCode());
    }

    @Test
    void methodsAndAccountsHaveLimitsOfTheirOwn() {
        // Given
        upstream.get(SHOP, INCOMING);

        // Then
        assertEquals(200, upstream.get(SHOP, "lastOutgoingMessages?minutes=1").statusCode());
        assertEquals(200, upstream.get(STUDIO, INCOMING).statusCode());
    }

    @Test
    void callsWithAWrongTokenUseTheLimitUp() {
        // Given
        String wrong = "/waInstance" + SHOP.idInstance() + "/lastIncomingMessages/wrong";
        HttpResponse<String> first = upstream.send(upstream.request(wrong));

        // When
        HttpResponse<String> second = upstream.get(SHOP, INCOMING);

        // Then
        assertEquals(401, first.statusCode());
        assertEquals(429, second.statusCode());
    }

    @Test
    void statsCountCallsRefusalsAndTheBusiestSecond() {
        // Given
        upstream.get(SHOP, INCOMING);
        upstream.advance(Duration.ofMillis(500));
        upstream.get(SHOP, INCOMING);
        upstream.advance(Duration.ofMillis(2000));
        upstream.get(SHOP, INCOMING);

        // When
        JsonNode stats = RunningSimulator.json(upstream.control("GET", "stats", ""));

        // Then
        JsonNode counted = stats.path("shop").path("lastIncomingMessages");
        assertEquals(3, counted.path("calls").asInt());
        assertEquals(1, counted.path("refused").asInt());
        assertEquals(2, counted.path("highestPerSecond").asInt());
        assertTrue(stats.path("studio").isMissingNode());
    }

    @Test
    void statsCanBeZeroed() {
        // Given
        upstream.get(SHOP, INCOMING);

        // When
        upstream.control("DELETE", "stats", "");

        // Then
        assertEquals("{}", upstream.control("GET", "stats", "").body());
    }
}
