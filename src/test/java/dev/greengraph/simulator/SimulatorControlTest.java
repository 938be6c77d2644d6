package dev.greengraph.simulator;

import static dev.greengraph.simulator.RunningSimulator.SHOWCASE;
import static dev.greengraph.simulator.RunningSimulator.json;
import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.simulator.SimulatedAccount.STUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clock, messages and deliveries as a test sets them, and who may. */
class SimulatorControlTest {

    private static final String VERA = "70000001001@c.us";

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @Test
    void theClockCanBeMovedAndPutBack() {
        assertEquals("2026-03-02T10:00:00Z", now(upstream.control("GET", "clock", "")));
        assertEquals("2026-03-02T11:00:00Z", now(upstream.control("POST", "clock", "{\"advanceSeconds\":3600}")));
        assertEquals(
                "2026-03-03T10:00:00Z", now(upstream.control("POST", "clock", "{\"now\":\"2026-03-03T10:00:00Z\"}")));

        // Then: it goes on from there, and the world with it
        upstream.advance(Duration.ofSeconds(5));
        assertEquals("2026-03-03T10:00:05Z", now(upstream.control("GET", "clock", "")));
        long newest = upstream.entries(SHOP, "lastIncomingMessages").findValues("timestamp").stream()
                .mapToLong(JsonNode::asLong)
                .max()
                .orElseThrow();
        assertTrue(newest > RunningSimulator.START.plus(Duration.ofHours(23)).getEpochSecond());

        upstream.control("DELETE", "clock", "");
        assertEquals("2026-03-02T10:00:06Z", now(upstream.control("GET", "clock", "")));
    }

    @Test
    void rateLimitsCountRealTime() {
        upstream.get(SHOP, "lastIncomingMessages");
        upstream.control("POST", "clock", "{\"advanceSeconds\":3600}");

        assertEquals(429, upstream.get(SHOP, "lastIncomingMessages").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"advanceSeconds\":604801}",
                "{\"now\":\"2026-03-02T09:59:59Z\"}",
                "{\"now\":\"2026-03-09T10:00:01Z\"}",
                "{\"now\":\"tomorrow\"}",
                "{}",
                "{\"now\":\"2026-03-03T10:00:00Z\",\"advanceSeconds\":1}",
                "[]"
            })
    void anotherTimeIsRefused(String body) {
        assertEquals(400, upstream.control("POST", "clock", body).statusCode());
        assertEquals("2026-03-02T10:00:00Z", now(upstream.control("GET", "clock", "")));
    }

    @ParameterizedTest
    @CsvSource({"70000001001@c.us", "79990000000@c.us", "120363000000000999@g.us"})
    void anIncomingMessageIsInItsChatAndInTheJournal(String chatId) {
        HttpResponse<String> answer = upstream.control(
                "POST", "messages", "{\"account\":\"shop\",\"chatId\":\"" + chatId + "\",\"text\":\"Hello\"}");

        assertEquals(201, answer.statusCode());
        assertEquals("incoming", json(answer).get("type").asText());
        JsonNode newest = upstream.history(SHOP, chatId, 1).get(0);
        assertEquals("Hello", newest.get("textMessage").asText());
        assertEquals(json(answer).get("idMessage"), newest.get("idMessage"));
        assertTrue(upstream.entries(SHOP, "lastIncomingMessages")
                .findValuesAsText("idMessage")
                .contains(newest.get("idMessage").asText()));
    }

    @Test
    void anOutgoingMessageIsDeliveredAsAskedFor() {
        String id = json(upstream.control(
                        "POST",
                        "messages",
                        "{\"account\":\"studio\",\"chatId\":\"10000001\",\"text\":\"Hello\",\"outgoing\":true}"))
                .get("idMessage")
                .asText();
        assertEquals(
                "pending",
                upstream.history(STUDIO, "10000001", 1)
                        .get(0)
                        .get("statusMessage")
                        .asText());

        HttpResponse<String> answer = upstream.control(
                "POST", "deliveries", "{\"account\":\"studio\",\"idMessage\":\"" + id + "\",\"state\":\"failed\"}");

        assertEquals("failed", json(answer).get("statusMessage").asText());
        upstream.advance(Duration.ofMinutes(20));
        JsonNode message = upstream.history(STUDIO, "10000001", 100);
        assertEquals("failed", find(message, id).get("statusMessage").asText());
    }

    @Test
    void theDeliveryOfAKnownMessageChanges() {
        JsonNode read = upstream.history(SHOP, SHOWCASE, 100);
        String id = "3EB05C0000000000000004";
        assertEquals("delivered", find(read, id).get("statusMessage").asText());

        upstream.control(
                "POST", "deliveries", "{\"account\":\"shop\",\"idMessage\":\"" + id + "\",\"state\":\"read\"}");

        assertEquals(
                "read",
                find(upstream.history(SHOP, SHOWCASE, 100), id)
                        .get("statusMessage")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "messages   | {\"account\":\"nobody\",\"chatId\":\"70000001001@c.us\",\"text\":\"x\"} | account: must be one of shop, studio",
                "messages   | {\"account\":\"shop\",\"chatId\":\"10000001\",\"text\":\"x\"} | chatId: must be the id of a chat on WHATSAPP",
                "messages   | {\"account\":\"shop\",\"chatId\":\"70000001001@c.us\",\"text\":\"\"} | text: must be a text of 1 to 20000 characters",
                "messages   | {\"account\":\"shop\",\"chatId\":\"70000001001@c.us\",\"text\":\"x\",\"outgoing\":\"yes\"} | outgoing: must be true or false",
                "messages   | {\"txt\":\"x\"} | fields: must be one of account, chatId, outgoing, text",
                "deliveries | {\"account\":\"shop\",\"idMessage\":\"3A5C0000000000000001\",\"state\":\"read\"} | idMessage: must be the id of an outgoing message",
                "deliveries | {\"account\":\"shop\",\"idMessage\":\"3EB05C0000000000000004\",\"state\":\"red\"} | state: must be one of pending, sent, delivered, read, failed, noAccount, notInGroup, yellowCard",
            })
    void aWrongRequestIsRefusedWithWhatMustBe(String path, String body, String message) {
        HttpResponse<String> answer = upstream.control("POST", path, body);

        assertEquals(400, answer.statusCode());
        assertEquals(message, json(answer).get("message").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5173", "https://127.0.0.1", "http://[::1]:3000"})
    void aPageOnThisMachineMayControl(String origin) {
        HttpResponse<String> preflight = upstream.send(upstream.request("/_simulator/messages")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type"));
        HttpResponse<String> stats =
                upstream.send(upstream.request("/_simulator/stats").header("Origin", origin));

        assertEquals(204, preflight.statusCode());
        assertEquals(Optional.of("GET, POST, DELETE"), preflight.headers().firstValue("Access-Control-Allow-Methods"));
        assertEquals(Optional.of("Content-Type"), preflight.headers().firstValue("Access-Control-Allow-Headers"));
        assertEquals(Optional.of(origin), preflight.headers().firstValue("Access-Control-Allow-Origin"));
        assertEquals(Optional.of(origin), stats.headers().firstValue("Access-Control-Allow-Origin"));
        assertEquals(200, stats.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost.evil.example", "null"})
    void anotherPageMayNot(String origin) {
        HttpResponse<String> answer = upstream.send(upstream.request("/_simulator/faults")
                .POST(BodyPublishers.ofString("{\"kind\":\"hang\"}"))
                .header("Origin", origin));

        assertEquals(403, answer.statusCode());
        assertEquals(Optional.empty(), answer.headers().firstValue("Access-Control-Allow-Origin"));
        assertEquals("[]", upstream.control("GET", "faults", "").body());
        assertEquals(VERA, upstream.history(SHOP, VERA, 1).get(0).get("chatId").asText());
    }

    private static JsonNode find(JsonNode entries, String id) {
        for (JsonNode entry : entries) {
            if (entry.path("idMessage").asText().equals(id)) {
                return entry;
            }
        }
        throw new AssertionError("no message " + id);
    }

    private static String now(HttpResponse<String> answer) {
        return json(answer).get("now").asText();
    }
}
