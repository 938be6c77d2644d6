package dev.greengraph.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The methods beside the journals: they tell of the same world. */
class SimulatorNeighboursTest {

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @ParameterizedTest
    @FieldSource("dev.greengraph.simulator.SimulatedAccount#ALL")
    void anAccountThatIsReachedWorks(SimulatedAccount account) {
        assertEquals(
                "{\"stateInstance\":\"authorized\"}",
                upstream.get(account, "getStateInstance").body());
    }

    @Test
    void theStateIsLimitedToOneCallASecond() {
        upstream.get(SimulatedAccount.SHOP, "getStateInstance");

        assertEquals(
                429, upstream.get(SimulatedAccount.SHOP, "getStateInstance").statusCode());
    }

    @Test
    void theListOfChatsHasEveryChatOfTheJournalsAndOneThatIsSilent() {
        JsonNode chats = upstream.entries(SimulatedAccount.SHOP, "getChats");
        Set<String> listed = new TreeSet<>(chats.findValuesAsText("id"));

        Set<String> inJournal =
                new TreeSet<>(upstream.entries(SimulatedAccount.SHOP, "lastIncomingMessages?minutes=43200")
                        .findValuesAsText("chatId"));
        inJournal.remove("10000000000@c.us"); // the default of an incomingBlock, which is no chat
        assertTrue(listed.containsAll(inJournal), "those of the journal");
        assertTrue(listed.contains("70000001030@c.us") && !inJournal.contains("70000001030@c.us"), "the silent one");
        assertEquals(
                "Витрина · Showcase",
                named(chats, "id", RunningSimulator.SHOWCASE).path("name").asText());
        assertEquals(
                1,
                chats.findValues("archive").stream().filter(JsonNode::asBoolean).count());
    }

    @Test
    void theListOfChatsOnMaxHasItsOwnShape() {
        JsonNode chats = upstream.entries(SimulatedAccount.STUDIO, "getChats");

        JsonNode group = named(chats, "chatId", "-70000000000001");
        assertEquals(0, group.path("phoneNumber").asInt(-1));
        assertEquals("group", group.path("type").asText());
        assertEquals(Set.of("chatId", "phoneNumber", "name", "type"), names(group));
    }

    @Test
    void aPictureLoads() {
        String url = RunningSimulator.json(
                        upstream.post(SimulatedAccount.SHOP, "getAvatar", "{\"chatId\":\"70000001001@c.us\"}"))
                .path("urlAvatar")
                .asText();

        assertEquals(
                200, upstream.send(upstream.request(URI.create(url).getPath())).statusCode());
        assertEquals(
                "{\"urlAvatar\":\"\",\"available\":false}",
                upstream.post(SimulatedAccount.SHOP, "getAvatar", "{\"chatId\":\"70000001020@c.us\"}")
                        .body());
    }

    @Test
    void callsAreWithPeopleOfTheJournals() {
        JsonNode received = upstream.entries(SimulatedAccount.SHOP, "lastIncomingCalls");
        JsonNode made = upstream.entries(SimulatedAccount.SHOP, "lastOutgoingCalls");
        Set<String> chats =
                Set.copyOf(upstream.entries(SimulatedAccount.SHOP, "getChats").findValuesAsText("id"));

        assertEquals(4, received.size());
        assertEquals(4, made.size());
        assertTrue(chats.containsAll(received.findValuesAsText("chatId")), "received");
        assertTrue(chats.containsAll(made.findValuesAsText("chatId")), "made");
        assertEquals(
                404, upstream.get(SimulatedAccount.STUDIO, "lastIncomingCalls").statusCode());
    }

    @Test
    void whatIsPendingWaitsInTheQueue() {
        upstream.control(
                "POST",
                "messages",
                "{\"account\":\"shop\",\"chatId\":\"70000001001@c.us\",\"text\":\"It is!\",\"outgoing\":true}");

        JsonNode queue = RunningSimulator.json(upstream.get(SimulatedAccount.SHOP, "showMessagesQueue"));

        JsonNode last = queue.path(queue.size() - 1);
        assertEquals("sendMessage", last.path("type").asText());
        assertEquals("It is!", last.path("body").path("message").asText());
        upstream.advance(Duration.ofMinutes(2));
        JsonNode later = RunningSimulator.json(upstream.get(SimulatedAccount.SHOP, "showMessagesQueue"));
        assertFalse(
                later.findValuesAsText("messageID")
                        .contains(last.path("messageID").asText()),
                "it was sent");
    }

    @Test
    void everythingIsWrittenDown() {
        JsonNode settings = upstream.entries(SimulatedAccount.STUDIO, "getSettings");

        assertEquals("yes", settings.path("incomingWebhook").asText());
        assertTrue(settings.has("webhookUrlToken"), "as the upstream does");
        assertEquals(
                100,
                upstream.entries(SimulatedAccount.STUDIO, "getAccountSettings")
                        .path("historySyncProgress")
                        .asInt());
        assertEquals(
                404, upstream.get(SimulatedAccount.SHOP, "getAccountSettings").statusCode());
    }

    @Test
    void theAddressBookIsOfTheSamePeople() {
        JsonNode contacts = upstream.entries(SimulatedAccount.SHOP, "getContacts");

        assertEquals(
                "Вера Примерова",
                named(contacts, "id", "70000001001@c.us").path("contactName").asText());
        assertEquals(
                "Clay & Sons",
                RunningSimulator.json(upstream.post(
                                SimulatedAccount.SHOP, "getContactInfo", "{\"chatId\":\"70000001005@c.us\"}"))
                        .path("name")
                        .asText());
    }

    @Test
    void aGroupHasTheMembersWhoWriteInIt() {
        JsonNode group = RunningSimulator.json(upstream.post(
                SimulatedAccount.SHOP, "getGroupData", "{\"groupId\":\"" + RunningSimulator.SHOWCASE + "\"}"));

        assertEquals("Витрина · Showcase", group.path("subject").asText());
        assertEquals(4, group.path("size").asInt());
        Set<String> writers = new TreeSet<>(upstream.history(SimulatedAccount.SHOP, RunningSimulator.SHOWCASE, 100)
                .findValuesAsText("senderId"));
        writers.remove("");
        assertTrue(group.findValuesAsText("id").containsAll(writers), writers::toString);
    }

    @Test
    void aGroupThatTheShopHasLeftIsABareText() {
        assertEquals(
                "\"Error: item-not-found\"",
                upstream.post(SimulatedAccount.SHOP, "getGroupData", "{\"groupId\":\"120363000000000303@g.us\"}")
                        .body());
    }

    @Test
    void statusesThatTheShopSentHaveAStatistic() {
        JsonNode statuses = upstream.entries(SimulatedAccount.SHOP, "getOutgoingStatuses");
        JsonNode views = upstream.entries(
                SimulatedAccount.SHOP,
                "getStatusStatistic?idMessage="
                        + statuses.path(0).path("idMessage").asText());

        assertEquals(6, statuses.size());
        assertEquals(3, views.size());
        assertEquals(Set.of("read", "delivered"), new TreeSet<>(views.findValuesAsText("status")));
        assertEquals(
                0,
                upstream.entries(SimulatedAccount.SHOP, "getStatusStatistic?idMessage=UNKNOWN")
                        .size());
        assertEquals(
                404,
                upstream.get(SimulatedAccount.STUDIO, "getOutgoingStatuses").statusCode());
    }

    private static JsonNode named(JsonNode entries, String key, String id) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path(key).asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(JsonNode entry) {
        Set<String> names = new TreeSet<>();
        entry.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
