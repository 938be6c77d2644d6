package dev.greengraph.graphql.message.mapping;

import static dev.greengraph.testsupport.Samples.JPEG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.greengraph.graphql.message.content.DeliveryStatus;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.content.MediaFile;
import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.graphql.message.content.Quote;
import dev.greengraph.graphql.message.kind.DeletedMessage;
import dev.greengraph.graphql.message.kind.ExtendedTextMessage;
import dev.greengraph.graphql.message.kind.ImageMessage;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.QuotedMessage;
import dev.greengraph.testsupport.Shown;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** lastOutgoingMessages of a WhatsApp account: every delivery. */
class WhatsappOutgoingSampleTest {

    private final Shown shown = Shown.sample("last-outgoing-messages/whatsapp-every-delivery");

    // I-05: 203 comes twice; I-08: plain text as extended text
    @Test
    void everyEntryHasItsKindAndTextAndNoneComesTwice() {
        assertEquals(
                List.of(
                        "101 ExtendedTextMessage Still queued at WhatsApp",
                        "202 ExtendedTextMessage One tick",
                        "204 TextMessage Typed on the phone",
                        "205 ImageMessage null",
                        "206 DocumentMessage Contract",
                        "207 ExtendedTextMessage Number without an account",
                        "208 ExtendedTextMessage Not a member any more",
                        "209 ExtendedTextMessage Could not be sent",
                        "210 ExtendedTextMessage Account restricted",
                        "211 ExtendedTextMessage Status unknown",
                        "212 DeletedMessage null",
                        "213 QuotedMessage Answering",
                        "203 ExtendedTextMessage Two ticks",
                        "216 AudioMessage null"),
                shown.lines());
    }

    // I-04: one entry has nothing but its type, one only id and time
    @Test
    void entriesWithoutAChatAreCounted() {
        assertEquals(2, shown.page().skippedCount());
    }

    // I-15: 211 has an empty one
    @Test
    void everyDeliveryIsNamed() {
        assertEquals("101", delivered(DeliveryStatus.PENDING));
        assertEquals("202 212", delivered(DeliveryStatus.SENT));
        assertEquals("205 203 216", delivered(DeliveryStatus.DELIVERED));
        assertEquals("204 206 213", delivered(DeliveryStatus.READ));
        assertEquals("207", delivered(DeliveryStatus.NO_ACCOUNT));
        assertEquals("208", delivered(DeliveryStatus.NOT_IN_GROUP));
        assertEquals("209", delivered(DeliveryStatus.FAILED));
        assertEquals("210", delivered(DeliveryStatus.YELLOW_CARD));
        assertEquals("211", delivered(DeliveryStatus.UNKNOWN));
    }

    // I-05, I-28: the time is that of the last action, so the later entry has the further delivery, and the earlier one
    // is
    // nearer to when it was sent
    @Test
    void ofTwoEntriesTheLaterOneIsShown() {
        Message twice = shown.message(ExtendedTextMessage.class, "203");

        assertEquals(DeliveryStatus.DELIVERED, twice.deliveryStatus());
        assertEquals(Instant.ofEpochSecond(1766001980), twice.statusChangedAt());
        assertEquals(Instant.ofEpochSecond(1766001870), twice.sentAt());
    }

    @Test
    void noneHasASender() {
        assertEquals("", shown.where(it -> it.sender() != null || it.direction() != Direction.OUTGOING));
        assertEquals("204", shown.where(it -> Boolean.FALSE.equals(it.sentByApi())));
    }

    // I-23
    @Test
    void theAddressOfAFileMayBeTheSendersOwn() {
        assertEquals(
                new MediaFile("https://files.example/original/photo.jpg", null, "photo.jpg", "image/jpeg", JPEG, false),
                shown.message(ImageMessage.class, "205").file());
    }

    @Test
    void aReplyQuotesWhatItAnswers() {
        Quote quote = shown.message(QuotedMessage.class, "213").quote();

        assertNotNull(quote);
        assertEquals(MessageType.TEXT, quote.type());
        assertEquals("Привет! 👋", quote.text());
        assertEquals("3AF00000000000000001", quote.messageId());
        assertEquals("70000001001@c.us", quote.sender().contactId());
    }

    @Test
    void aDeletionNamesItsMessage() {
        assertEquals(
                "3EB0000000000000000202",
                shown.message(DeletedMessage.class, "212").deletedMessageId());
    }

    private String delivered(DeliveryStatus status) {
        return shown.where(it -> it.deliveryStatus() == status);
    }
}
