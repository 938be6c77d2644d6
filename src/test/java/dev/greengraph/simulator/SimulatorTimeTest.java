package dev.greengraph.simulator;

import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.simulator.SimulatedAccount.STUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatorTimeTest {

    private static final List<String> STATES = List.of("pending", "sent", "delivered", "read");

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @Test
    void aMessageArrivesEveryTwentyToFortySeconds() {
        for (SimulatedAccount account : SimulatedAccount.ALL) {
            // Given
            int before = everything(account).size();

            // When
            upstream.advance(Duration.ofHours(1));

            // Then: 90 to 180 gaps fit into the hour; a few messages bring an edit or a deletion along
            int arrived = everything(account).size() - before;
            assertTrue(arrived >= 90 && arrived <= 200, () -> arrived + " arrived at " + account);
        }
    }

    @Test
    void whatCameInStaysAsItWas() {
        // Given
        JsonNode before = upstream.entries(STUDIO, "lastIncomingMessages?minutes=1000");

        // When
        upstream.advance(Duration.ofHours(2));
        JsonNode after = upstream.entries(STUDIO, "lastIncomingMessages?minutes=2000");

        // Then
        Map<String, JsonNode> byId = new HashMap<>();
        after.forEach(entry -> byId.put(entry.path("idMessage").asText(), entry));
        before.forEach(
                entry -> assertEquals(entry, byId.get(entry.path("idMessage").asText())));
    }

    @Test
    void deliveryStatesOnlyAdvance() {
        // Given
        Map<String, String> before = states();

        // When
        upstream.advance(Duration.ofSeconds(20));
        Map<String, String> after = states();

        // Then
        before.forEach((id, state) -> assertTrue(
                STATES.indexOf(after.get(id)) >= STATES.indexOf(state),
                () -> id + " went from " + state + " to " + after.get(id)));
    }

    @Test
    void aNewOutgoingMessageIsReadInTheEnd() {
        // Given
        String id = upstream.entries(STUDIO, "lastOutgoingMessages?minutes=60").findValuesAsText("idMessage").stream()
                .findFirst()
                .orElseThrow();

        // When
        upstream.advance(Duration.ofMinutes(20));

        // Then
        assertTrue(Set.of("sent", "delivered", "read").contains(states().get(id)));
    }

    @Test
    void minutesLimitTheWindow() {
        // When
        JsonNode hour = upstream.entries(SHOP, "lastIncomingMessages?minutes=60");
        JsonNode day = upstream.entries(SHOP, "lastIncomingMessages");
        JsonNode sameDay = upstream.entries(SHOP, "lastIncomingMessages?minutes=1440");

        // Then
        long earliest = upstream.now().minus(Duration.ofHours(1)).getEpochSecond() - 2;
        hour.forEach(entry -> assertTrue(entry.path("timestamp").asLong() >= earliest));
        assertTrue(hour.size() > 30 && hour.size() < day.size());
        assertTrue(Math.abs(day.size() - sameDay.size()) <= 1);
    }

    @Test
    void countLimitsTheHistory() {
        assertEquals(7, upstream.history(SHOP, "70000001005@c.us", 7).size());
        upstream.advance(Duration.ofSeconds(1));
        String withoutCount = "{\"chatId\":\"70000001005@c.us\"}";
        assertEquals(
                100,
                RunningSimulator.json(upstream.post(SHOP, "getChatHistory", withoutCount))
                        .size());
    }

    private JsonNode everything(SimulatedAccount account) {
        JsonNode incoming = upstream.entries(account, "lastIncomingMessages?minutes=90000");
        JsonNode outgoing = upstream.entries(account, "lastOutgoingMessages?minutes=90000");
        return ((com.fasterxml.jackson.databind.node.ArrayNode) incoming)
                .addAll((com.fasterxml.jackson.databind.node.ArrayNode) outgoing);
    }

    private Map<String, String> states() {
        Map<String, String> states = new HashMap<>();
        upstream.entries(STUDIO, "lastOutgoingMessages?minutes=300")
                .forEach(entry -> states.put(
                        entry.path("idMessage").asText(),
                        entry.path("statusMessage").asText()));
        return states;
    }
}
