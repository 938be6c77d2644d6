package dev.greengraph.simulator;

import static dev.greengraph.simulator.RunningSimulator.json;
import static dev.greengraph.simulator.RunningSimulator.path;
import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.simulator.SimulatedAccount.STUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of fault answers. */
class SimulatorFaultTest {

    private static final String INCOMING = "lastIncomingMessages?minutes=60";

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @ParameterizedTest
    @CsvSource({
        "rate-limited, 429, ''",
        "quota, 466, Allowed chats: 70000001001@c.us",
        "unauthorized, 401, ''",
        "starting, 400, instance in starting process try later",
        "not-authorized, 400, instance account not authorized",
        "expired, 400, Instance account is expired",
        "deleted, 400, Instance is deleted",
        "forbidden, 403, Forbidden",
        "proxy-forbidden, 403, <html>",
        "not-found, 404, Not Found",
        "server-error, 500, Internal server error",
        "unavailable, 502, <html>",
        "gateway-timeout, 504, <html>",
        "redirect, 302, ''",
        "bare-string, 200, Error: item-not-found",
        "error-object, 200, INVALID_PARAM",
        "html, 200, <html>",
        "empty-body, 200, ''"
    })
    void aFaultAnswersInsteadOfTheMethod(String kind, int status, String part) {
        // Given
        ask("{\"kind\":\"" + kind + "\"}");

        // When
        HttpResponse<String> answer = upstream.get(SHOP, INCOMING);

        // Then
        assertEquals(status, answer.statusCode());
        assertTrue(part.isEmpty() ? answer.body().isEmpty() : answer.body().contains(part), answer::body);
    }

    @Test
    void unavailableIsBadGatewayAndMaintenanceInTurns() {
        // Given
        ask("{\"kind\":\"unavailable\"}");

        // When
        int first = upstream.get(SHOP, INCOMING).statusCode();
        int second = upstream.get(STUDIO, INCOMING).statusCode();

        // Then
        assertEquals(502, first);
        assertEquals(503, second);
    }

    @Test
    void aRedirectPointsElsewhereInTheSimulator() {
        // Given
        ask("{\"kind\":\"redirect\"}");

        // When
        Optional<String> location = upstream.get(SHOP, INCOMING).headers().firstValue("Location");

        // Then
        assertEquals(Optional.of("/_simulator/redirect-target"), location);
        assertEquals("[]", upstream.control("GET", "redirect-target", "").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken-json", "doubled-comma", "trailing-comma"})
    void aSpoiltBodyIsNoStrictJson(String kind) {
        // Given
        ask("{\"kind\":\"" + kind + "\"}");

        // When
        HttpResponse<String> answer = upstream.get(SHOP, INCOMING);

        // Then
        assertEquals(200, answer.statusCode());
        assertThrows(JsonProcessingException.class, () -> new ObjectMapper().readTree(answer.body()));
    }

    @Test
    void aTrailingCommaLeavesTheDataReadableForALenientReader() throws JsonProcessingException {
        // Given
        JsonNode data = json(upstream.get(SHOP, INCOMING));
        upstream.advance(Duration.ofSeconds(1));
        ask("{\"kind\":\"trailing-comma\"}");

        // When
        HttpResponse<String> answer = upstream.get(SHOP, INCOMING);

        // Then
        JsonMapper lenient = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build();
        assertTrue(Math.abs(data.size() - lenient.readTree(answer.body()).size()) <= 1);
    }

    @Test
    void aHangingCallDoesNotKeepOthersFromTheirAnswers() {
        // Given
        ask("{\"kind\":\"hang\",\"account\":\"shop\"}");
        CompletableFuture<HttpResponse<String>> hanging =
                upstream.sendAsync(upstream.request(path(SHOP, "lastIncomingMessages")), BodyHandlers.ofString());
        awaitStruck();

        // When
        HttpResponse<String> other = upstream.get(STUDIO, INCOMING);

        // Then
        assertEquals(200, other.statusCode());
        assertFalse(hanging.isDone());
        hanging.cancel(true);
    }

    @Test
    void aDripSendsItsHeadAtOnceAndItsBodyInALongTime() throws IOException {
        // Given
        ask("{\"kind\":\"drip\",\"account\":\"shop\"}");

        // When
        HttpResponse<InputStream> answer = upstream.sendAsync(
                        upstream.request(path(SHOP, "lastIncomingMessages")), BodyHandlers.ofInputStream())
                .join();

        // Then
        try (InputStream body = answer.body()) {
            assertEquals(200, answer.statusCode());
            assertEquals('[', body.read());
            assertEquals(200, upstream.get(STUDIO, INCOMING).statusCode());
            assertTrue(body.available() < 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "cut"})
    void aBrokenConnectionFailsTheCall(String kind) {
        // Given
        ask("{\"kind\":\"" + kind + "\",\"account\":\"shop\"}");

        // Then
        assertThrows(
                UncheckedIOException.class,
                () -> upstream.post(SHOP, "getChatHistory", "{\"chatId\":\"70000001005@c.us\"}"));
        assertEquals(200, upstream.get(STUDIO, INCOMING).statusCode());
    }

    @Test
    void aHugeAnswerIsAnArrayOfMoreThanTwentyMegabytes() throws IOException {
        // Given
        ask("{\"kind\":\"huge\"}");

        // When
        HttpResponse<byte[]> answer = upstream.sendAsync(
                        upstream.request(path(SHOP, "lastIncomingMessages")), BodyHandlers.ofByteArray())
                .join();

        // Then
        assertTrue(answer.body().length > 20 * 1024 * 1024);
        assertTrue(new ObjectMapper().readTree(answer.body()).isArray());
    }

    @Test
    void aDelayedAnswerIsTheRealOne() {
        // Given
        ask("{\"kind\":\"delay\",\"delayMillis\":20}");

        // When
        HttpResponse<String> answer = upstream.get(SHOP, INCOMING);

        // Then
        assertTrue(json(answer).isArray());
    }

    private void ask(String fault) {
        assertEquals(201, upstream.control("POST", "faults", fault).statusCode());
    }

    /** The list of faults tells when a call has been struck. */
    private void awaitStruck() {
        while (json(upstream.control("GET", "faults", "")).get(0).path("struck").asInt() == 0) {
            Thread.onSpinWait();
        }
    }
}
