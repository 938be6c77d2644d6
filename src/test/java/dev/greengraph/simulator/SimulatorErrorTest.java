package dev.greengraph.simulator;

import static dev.greengraph.simulator.RunningSimulator.SHOWCASE;
import static dev.greengraph.simulator.RunningSimulator.json;
import static dev.greengraph.simulator.RunningSimulator.path;
import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.simulator.SimulatedAccount.STUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorErrorTest {

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @Test
    void aWrongTokenIsAnsweredWithAnEmptyJsonBody() {
        // When
        HttpResponse<String> answer = upstream.send(
                upstream.request("/waInstance" + SHOP.idInstance() + "/lastIncomingMessages/" + STUDIO.token()));

        // Then
        assertEquals(401, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals("application/json", contentType(answer));
    }

    @Test
    void anUnknownInstanceMeetsThePageOfTheProxy() {
        // When
        HttpResponse<String> answer =
                upstream.send(upstream.request("/waInstance7103999999/lastIncomingMessages/" + SHOP.token()));

        // Then
        assertEquals(403, answer.statusCode());
        assertEquals("text/html", contentType(answer));
        assertTrue(answer.body().startsWith("<html>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"getChatHistory", "getMessage", "noSuchMethod"})
    void aWrongVerbOrMethodIsNotFound(String method) {
        assertEquals(404, upstream.get(SHOP, method).statusCode());
    }

    @Test
    void aJournalIsNotToBePosted() {
        assertEquals(404, upstream.post(SHOP, "lastIncomingMessages", "{}").statusCode());
    }

    @Test
    void statusesDoNotExistOnMax() {
        assertEquals(404, upstream.get(STUDIO, "getIncomingStatuses").statusCode());
    }

    @Test
    void optionsAreAnsweredWithoutContent() {
        // When
        HttpResponse<String> answer = upstream.send(
                upstream.request(path(SHOP, "getChatHistory")).method("OPTIONS", BodyPublishers.noBody()));

        // Then
        assertEquals(204, answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastIncomingMessages", "LastIncomingMessages", "LASTINCOMINGMESSAGES"})
    void theCasingOfAMethodDoesNotMatter(String method) {
        assertEquals(200, upstream.get(SHOP, method).statusCode());
    }

    @Test
    void maxIsAlsoFoundBelowItsOlderPrefix() {
        assertEquals(
                200,
                upstream.send(upstream.request("/v3" + path(STUDIO, "lastIncomingMessages")))
                        .statusCode());
        assertEquals(
                404,
                upstream.send(upstream.request("/v3" + path(SHOP, "lastIncomingMessages")))
                        .statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "getChatHistory | {} | Validation failed. Details: 'chatId' is required",
                "getChatHistory | {\"chatId\":\"x\"} | Validation failed. Details: 'chatId' must be one of the next formats:"
                        + " 'phone_number@c.us' or 'chat_id@lid'",
                "getChatHistory | {\"chatId\":\"70000001001@c.us\",\"count\":0}"
                        + " | Validation failed. Details: 'count' must be a positive number",
                "getChatHistory | {oops} | Unexpected token o in JSON at position 1",
                "getMessage | {\"chatId\":\"70000001001@c.us\"} | Validation failed. Details: 'idMessage' is required",
                "getMessage | {\"chatId\":\"70000001001@c.us\",\"idMessage\":\"\"}"
                        + " | Validation failed. Details: 'idMessage' is not allowed to be empty",
                "getMessage | {\"chatId\":\"70000001001@c.us\",\"idMessage\":\"123456789012345\"}"
                        + " | Validation failed. Details: 'message id' must be at least 16 symbols",
                "getMessage | {\"chatId\":\"70000001001@c.us\",\"idMessage\":\"1234567890123456\"}"
                        + " | Message not found by id '1234567890123456'",
                "getMessage | {\"chatId\":\"79999999999@c.us\",\"idMessage\":\"1234567890123456\"} | chatId not found"
            })
    void aRefusedParameterIsNamedInTheEnvelopeThatEchoesTheToken(String method, String body, String message) {
        // When
        HttpResponse<String> answer = upstream.post(SHOP, method, body);

        // Then
        JsonNode envelope = json(answer);
        assertEquals(400, answer.statusCode());
        assertEquals(message, envelope.path("message").asText());
        assertEquals(400, envelope.path("statusCode").asInt());
        assertEquals("2026-03-02T10:00:00.000Z", envelope.path("timestamp").asText());
        assertEquals(path(SHOP, method), envelope.path("path").asText());
    }

    @Test
    void aShortIdIsWelcomeOnMax() {
        // When
        HttpResponse<String> answer =
                upstream.post(STUDIO, "getMessage", "{\"chatId\":\"10000001\",\"idMessage\":\"2755235290043\"}");

        // Then
        assertEquals(
                "Message not found by id '2755235290043'",
                json(answer).path("message").asText());
    }

    @Test
    void theHistoryOfAnUnknownChatIsEmpty() {
        // When
        HttpResponse<String> answer = upstream.post(SHOP, "getChatHistory", "{\"chatId\":\"79999999999@c.us\"}");

        // Then
        assertEquals(200, answer.statusCode());
        assertEquals("[]", answer.body());
    }

    @Test
    void oneMessageIsTheSameObjectAsInItsHistory() {
        // Given
        JsonNode entry = upstream.history(SHOP, SHOWCASE, 3).get(1);
        upstream.advance(Duration.ofSeconds(1));

        // When
        HttpResponse<String> answer = upstream.post(
                SHOP,
                "getMessage",
                "{\"chatId\":\"" + SHOWCASE + "\",\"idMessage\":\""
                        + entry.path("idMessage").asText() + "\"}");

        // Then
        assertEquals(entry, json(answer));
    }

    private static String contentType(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }
}
