package dev.greengraph.simulator;

import static dev.greengraph.simulator.RunningSimulator.SHOWCASE;
import static dev.greengraph.simulator.RunningSimulator.START;
import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.simulator.SimulatedAccount.STUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the simulated accounts hold: the same rules for each method, so one file. */
class SimulatorDataTest {

    private static final String MONTH = "lastIncomingMessages?minutes=43200";

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @Test
    void sameSeedSameStartSameNowGiveTheSameBytes() {
        // Given
        String first = upstream.get(SHOP, MONTH).body();
        String studio = upstream.get(STUDIO, MONTH).body();

        // When
        upstream.restart(42);

        // Then
        assertEquals(first, upstream.get(SHOP, MONTH).body());
        assertEquals(studio, upstream.get(STUDIO, MONTH).body());
    }

    @Test
    void whatHappensDoesNotDependOnHowOftenOneAsks() {
        // Given
        for (int i = 0; i < 20; i++) {
            upstream.advance(Duration.ofSeconds(30));
            upstream.get(SHOP, MONTH);
        }
        String askedOften =
                upstream.get(SHOP, "lastOutgoingMessages?minutes=43200").body();

        // When
        upstream.advance(Duration.ofMinutes(-10));
        upstream.restart(42);
        upstream.advance(Duration.ofMinutes(10));

        // Then
        assertEquals(
                askedOften,
                upstream.get(SHOP, "lastOutgoingMessages?minutes=43200").body());
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        // Given
        String first = upstream.get(SHOP, MONTH).body();

        // When
        upstream.restart(43);

        // Then
        assertNotEquals(first, upstream.get(SHOP, MONTH).body());
    }

    @Test
    void showcaseHoldsEveryKind() {
        // When
        JsonNode history = upstream.history(SHOP, SHOWCASE, 100);

        // Then
        assertEquals(
                new TreeSet<>(Set.of(
                        "",
                        "textMessage",
                        "extendedTextMessage",
                        "imageMessage",
                        "videoMessage",
                        "documentMessage",
                        "audioMessage",
                        "stickerMessage",
                        "locationMessage",
                        "contactMessage",
                        "contactsArrayMessage",
                        "pollMessage",
                        "pollUpdateMessage",
                        "reactionMessage",
                        "quotedMessage",
                        "editedMessage",
                        "deletedMessage",
                        "groupInviteMessage",
                        "buttonsMessage",
                        "buttonsResponseMessage",
                        "listMessage",
                        "listResponseMessage",
                        "templateMessage",
                        "templateButtonsReplyMessage",
                        "interactiveButtons",
                        "interactiveButtonsReply",
                        "interactiveButtonsResponse",
                        "productMessage",
                        "orderMessage")),
                new TreeSet<>(texts(history, "typeMessage")));
    }

    @Test
    void showcaseMarksTheOriginalsOfEditsAndDeletions() {
        // When
        JsonNode history = upstream.history(SHOP, SHOWCASE, 100);

        // Then
        JsonNode both = only(history, "isDeleted", "isEdited");
        assertEquals("Ask me for the door code", both.path("textMessage").asText());
        assertEquals(
                both.path("idMessage").asText(),
                byId(history, both.path("deletedMessageId").asText())
                        .path("deletedMessageData")
                        .path("stanzaId")
                        .asText());
        assertEquals(
                both.path("idMessage").asText(),
                byId(history, both.path("editedMessageId").asText())
                        .path("editedMessageData")
                        .path("stanzaId")
                        .asText());
    }

    @Test
    void incomingJournalCarriesBlocksAndRepetitions() {
        // When
        JsonNode journal = upstream.entries(SHOP, "lastIncomingMessages");

        // Then
        List<String> ids = texts(journal, "idMessage");
        assertTrue(texts(journal, "typeMessage").contains("incomingBlock"));
        assertTrue(new HashSet<>(ids).size() < ids.size() - 1);
    }

    @Test
    void outgoingJournalShowsEveryState() {
        // When
        JsonNode journal = upstream.entries(SHOP, "lastOutgoingMessages");

        // Then
        assertTrue(texts(journal, "statusMessage")
                .containsAll(Set.of(
                        "",
                        "pending",
                        "sent",
                        "delivered",
                        "read",
                        "failed",
                        "noAccount",
                        "notInGroup",
                        "yellowCard")));
    }

    @Test
    void statusesOfEveryKindComeFromContacts() {
        // When
        JsonNode statuses = upstream.entries(SHOP, "getIncomingStatuses");

        // Then
        assertTrue(texts(statuses, "typeMessage")
                .containsAll(Set.of(
                        "extendedTextMessage", "imageMessage", "videoMessage", "audioMessage", "deletedMessage")));
    }

    @Test
    void journalsAreRecentAndGoBackThirtyDays() {
        for (SimulatedAccount account : SimulatedAccount.ALL) {
            // When
            JsonNode month = upstream.entries(account, MONTH);

            // Then
            assertTrue(
                    seconds(month).max().orElseThrow() > START.minusSeconds(300).getEpochSecond());
            assertTrue(seconds(month).min().orElseThrow()
                    < START.minus(Duration.ofDays(29)).getEpochSecond());
        }
    }

    @Test
    void chatsOfBothMessengersAreManyAndOfEveryShape() {
        // When
        Set<String> shop = new HashSet<>(texts(upstream.entries(SHOP, MONTH), "chatId"));
        Set<String> studio = new HashSet<>(texts(upstream.entries(STUDIO, MONTH), "chatId"));

        // Then
        assertTrue(shop.size() >= 30, () -> "chats of the shop: " + shop);
        assertTrue(shop.stream().anyMatch(chat -> chat.endsWith("@lid")));
        assertTrue(shop.containsAll(Set.of("0@c.us", "70000001001-1500000001@g.us")));
        assertTrue(studio.size() >= 12, () -> "chats of the studio: " + studio);
        assertTrue(studio.stream().anyMatch(chat -> chat.startsWith("-")));
    }

    @Test
    void maxIdsHaveThirteenOrEighteenDigitsAndSettleWithAge() {
        // When
        JsonNode journal = upstream.entries(STUDIO, "lastOutgoingMessages?minutes=43200");

        // Then
        Set<Integer> lengths = new HashSet<>();
        for (JsonNode entry : journal) {
            lengths.add(entry.path("idMessage").asText().length());
            boolean old = entry.path("timestamp").asLong()
                    < upstream.now().minus(Duration.ofDays(15)).getEpochSecond();
            assertTrue(!old || !entry.path("typeMessage").asText().equals("extendedTextMessage"));
        }
        assertEquals(Set.of(13, 18), lengths);
    }

    @Test
    void oneChatHasThousandsOfMessagesNewestFirst() {
        // When
        JsonNode history = upstream.history(SHOP, "70000001005@c.us", 5000);

        // Then
        assertTrue(history.size() > 3000);
        long[] times = seconds(history).toArray();
        long[] sorted = seconds(history).sorted().toArray();
        for (int i = 0; i < times.length; i++) {
            assertEquals(sorted[times.length - 1 - i], times[i]);
        }
    }

    @Test
    void thumbnailsAreRealPictures() {
        // When
        JsonNode history = upstream.history(SHOP, SHOWCASE, 100);

        // Then
        byte[] picture = Base64.getDecoder()
                .decode(texts(history, "jpegThumbnail").stream()
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElseThrow());
        assertEquals((byte) 0xFF, picture[0]);
        assertEquals((byte) 0xD9, picture[picture.length - 1]);
    }

    private static List<String> texts(JsonNode entries, String key) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.has(key))
                .map(entry -> entry.path(key).asText())
                .toList();
    }

    private static LongStream seconds(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.has("timestamp"))
                .mapToLong(entry -> entry.path("timestamp").asLong());
    }

    private static JsonNode only(JsonNode entries, String flag, String otherFlag) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry ->
                        entry.path(flag).asBoolean() && entry.path(otherFlag).asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode byId(JsonNode entries, String id) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("idMessage").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
