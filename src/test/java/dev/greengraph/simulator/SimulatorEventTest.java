package dev.greengraph.simulator;

import static dev.greengraph.simulator.RunningSimulator.json;
import static dev.greengraph.simulator.RunningSimulator.path;
import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.simulator.SimulatedAccount.STUDIO;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.testsupport.Samples;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a test says of an account itself: its state, calls and quotas. */
class SimulatorEventTest {

    private static final String VERA = "70000001001@c.us";

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @Test
    void aStateIsShownAndToldUntilItIsReset() {
        begin();
        control("states", "{\"account\":\"shop\",\"state\":\"notAuthorized\"}");
        control("states", "{\"account\":\"shop\",\"state\":\"notAuthorized\"}");

        assertEquals("notAuthorized", state(SHOP));
        assertEquals("authorized", state(STUDIO));
        assertEquals(204, upstream.control("DELETE", "states", "").statusCode());
        assertEquals("authorized", state(SHOP));
        List<JsonNode> told = told(2);
        assertEquals("notAuthorized", told.get(0).path("stateInstance").asText());
        assertEquals("authorized", told.get(1).path("stateInstance").asText());
        assertSameShape("state-instance-changed", told.get(0));
    }

    @Test
    void onMaxTheSettingsTellTheStateToo() {
        control("states", "{\"account\":\"studio\",\"state\":\"suspended\"}");

        assertEquals(
                "suspended",
                upstream.entries(STUDIO, "getAccountSettings")
                        .path("stateInstance")
                        .asText());
    }

    @Test
    void aCallIsInItsJournalAndToldAsFarAsItGot() {
        begin();
        String id = control("calls", "{\"account\":\"shop\",\"chatId\":\"" + VERA + "\",\"status\":\"offer\"}")
                .path("idMessage")
                .asText();
        control("calls", "{\"account\":\"shop\",\"status\":\"missed\",\"idMessage\":\"" + id + "\"}");
        control("calls", "{\"account\":\"shop\",\"chatId\":\"" + VERA + "\",\"status\":\"pickUp\",\"outgoing\":true}");

        JsonNode received = upstream.entries(SHOP, "lastIncomingCalls").path(0);
        JsonNode made = upstream.entries(SHOP, "lastOutgoingCalls").path(0);
        assertEquals(id + " missed " + VERA, shown(received, "chatId"));
        assertEquals("pickUp", made.path("status").asText());
        List<JsonNode> told = told(3);
        assertEquals(id + " offer " + VERA, shown(told.get(0), "from"));
        assertEquals(id + " missed " + VERA, shown(told.get(1), "from"));
        assertEquals("outgoingCall", told.get(2).path("typeWebhook").asText());
        assertSameShape("incoming-call", told.get(0));
        JsonNode invented = upstream.entries(SHOP, "lastIncomingCalls").path(1);
        assertEquals(names(invented), names(received), "as those that are invented");
        assertEquals(names(upstream.entries(SHOP, "lastOutgoingCalls").path(1)), names(made));
    }

    @Test
    void aUsedUpQuotaIsTold() {
        begin();
        control("quotas", "{\"account\":\"shop\"}");

        assertSameShape("quota-exceeded", told(1).get(0));
    }

    @Test
    void nothingIsToldBeforeSomebodyWantsToKnow() {
        control("states", "{\"account\":\"shop\",\"state\":\"sleepMode\"}");
        begin();
        control("quotas", "{\"account\":\"shop\"}");

        assertEquals("quotaExceeded", told(1).get(0).path("typeWebhook").asText());
    }

    @Test
    void theSettingsShowTheAddressThatIsSet() {
        JsonNode before = upstream.entries(SHOP, "getSettings");
        assertEquals("", before.path("webhookUrl").asText("absent"));
        control(
                "webhooks",
                "{\"account\":\"shop\",\"webhookUrl\":\"http://127.0.0.1:1/webhooks/secret-path-of-a-test\","
                        + "\"webhookUrlToken\":\"secret-token-of-a-test\"}");

        JsonNode settings = upstream.entries(SHOP, "getSettings");
        assertEquals(
                "http://127.0.0.1:1/webhooks/secret-path-of-a-test",
                settings.path("webhookUrl").asText());
        assertEquals("secret-token-of-a-test", settings.path("webhookUrlToken").asText());
        assertEquals(
                "", upstream.entries(STUDIO, "getSettings").path("webhookUrl").asText("absent"));
        upstream.control("DELETE", "webhooks", "");
        assertEquals(
                "", upstream.entries(SHOP, "getSettings").path("webhookUrl").asText("absent"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "states | {\"account\":\"shop\",\"state\":\"tired\"} | state: must be one of authorized",
                "states | {\"account\":\"nobodys\",\"state\":\"blocked\"} | account: must be one of shop, studio",
                "calls | {\"account\":\"shop\",\"status\":\"offer\"} | chatId: must be",
                "calls | {\"account\":\"shop\",\"chatId\":\"1@c.us\",\"status\":\"rings\"} | status: must be one of offer",
                "calls | {\"account\":\"shop\",\"status\":\"missed\",\"idMessage\":\"none\"} | idMessage: must be",
                "quotas | {\"account\":\"shop\",\"used\":3} | fields: must be one of account"
            })
    void saysWhatMustBe(String door, String body, String message) {
        HttpResponse<String> refused = upstream.control("POST", door, body);

        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains(message), refused.body());
    }

    private JsonNode control(String door, String body) {
        HttpResponse<String> done = upstream.control("POST", door, body);
        assertTrue(done.statusCode() < 300, done.body());
        return json(done);
    }

    private String state(SimulatedAccount account) {
        return upstream.entries(account, "getStateInstance")
                .path("stateInstance")
                .asText();
    }

    /** The clock stands still, so that nothing else happens. */
    private List<JsonNode> told(int count) {
        List<JsonNode> told = new ArrayList<>();
        while (told.size() < count) {
            JsonNode next = json(upstream.get(SHOP, "receiveNotification"));
            if (!next.path("body").has("messageData") && !next.path("body").has("sendByApi")) {
                told.add(next.path("body"));
            }
            upstream.send(upstream.request(path(SHOP, "deleteNotification") + "/"
                            + next.path("receiptId").asText())
                    .DELETE());
        }
        return told;
    }

    private void begin() {
        upstream.sendAsync(upstream.request(path(SHOP, "receiveNotification")), HttpResponse.BodyHandlers.discarding());
        await(() -> !json(upstream.control("GET", "stats", ""))
                .path("shop")
                .path("receiveNotification")
                .isMissingNode());
    }

    private static String shown(JsonNode call, String with) {
        return call.path("idMessage").asText() + " " + call.path("status").asText() + " "
                + call.path(with).asText();
    }

    private static void assertSameShape(String sample, JsonNode told) {
        JsonNode documented =
                RunningSimulator.tree(new String(Samples.bytes("notification/" + sample), StandardCharsets.UTF_8));
        assertEquals(names(documented), names(told));
        assertEquals(names(documented.path("instanceData")), names(told.path("instanceData")));
        assertEquals(names(documented.path("quotaData")), names(told.path("quotaData")));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        for (Iterator<String> each = object.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        return names;
    }
}
