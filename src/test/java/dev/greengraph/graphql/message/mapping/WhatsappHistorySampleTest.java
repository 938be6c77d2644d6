package dev.greengraph.graphql.message.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.graphql.message.content.DeliveryStatus;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.graphql.message.content.Quote;
import dev.greengraph.graphql.message.content.UnavailableReason;
import dev.greengraph.graphql.message.kind.AudioMessage;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.TemplateReplyMessage;
import dev.greengraph.graphql.message.kind.TextMessage;
import dev.greengraph.graphql.message.kind.UnknownMessage;
import dev.greengraph.testsupport.Shown;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** getChatHistory of a WhatsApp group: what all messages have. Own fields: {@link WhatsappHistoryContentTest}. */
class WhatsappHistorySampleTest {

    private final Shown shown = Shown.sample("get-chat-history/whatsapp-group-with-every-kind");

    // I-08 (004, 012: plain text as extended text), I-13, I-18 (034), I-19 (001 to 003, 030)
    @Test
    void everyEntryHasItsKindAndText() {
        assertEquals(
                List.of(
                        "001 DeletedMessage null",
                        "002 EditedMessage See you at seven",
                        "003 EditedMessage Final invoice",
                        "004 ExtendedTextMessage Forwarded note",
                        "005 ContactMessage Demo Courier",
                        "006 LocationMessage null",
                        "007 PollMessage Which day?",
                        "008 PollUpdateMessage Which day?",
                        "009 VideoMessage Clip",
                        "010 VideoMessage null",
                        "011 ImageMessage Final invoice",
                        "012 ExtendedTextMessage Corrected text",
                        "013 QuotedMessage Agreed",
                        "014 AudioMessage null",
                        "015 DocumentMessage null",
                        "016 StickerMessage null",
                        "017 ReactionMessage 👍🏽",
                        "018 ReactionMessage null",
                        "019 GroupInviteMessage Join us",
                        "020 ContactsMessage Demo A, Demo B",
                        "021 InteractiveButtonsMessage Choose an action",
                        "022 InteractiveButtonsReplyMessage Accept the offer?",
                        "023 InteractiveButtonsResponseMessage No",
                        "024 TemplateMessage Rate the service",
                        "025 TemplateReplyMessage Good",
                        "026 ListMessage Pick a colour",
                        "027 ListResponseMessage Red",
                        "028 ButtonsMessage Tea or coffee?",
                        "029 ButtonsResponseMessage Tea",
                        "030 UnknownMessage null",
                        "031 TextMessage See you at seven",
                        "B32 TextMessage Hello from a hidden number",
                        "033 TextMessage Typed on the phone",
                        "034 TextMessage null"),
                shown.lines());
    }

    // I-04
    @Test
    void theEntryWithoutAChatIsCounted() {
        assertEquals(1, shown.page().skippedCount());
        assertEquals(34, shown.page().totalCount());
    }

    @Test
    void everyMessageIsOfTheGroup() {
        assertTrue(
                shown.page().nodes().stream().allMatch(it -> it.chat().chatId().equals("120363000000000101@g.us")));
    }

    @Test
    void timesAreUnixSeconds() {
        Message text = shown.message(TextMessage.class, "031");

        assertEquals(Instant.parse("2025-12-17T19:44:20Z"), text.sentAt());
    }

    @Test
    void upstreamTypeIsTheUpstreamsOwnWord() {
        assertEquals(
                "productMessage", shown.message(UnknownMessage.class, "030").upstreamType());
        assertEquals(
                "templateButtonsReplyMessage",
                shown.message(TemplateReplyMessage.class, "025").upstreamType());
    }

    // I-15 (033 has an empty one)
    @Test
    void onlyOutgoingMessagesHaveADelivery() {
        assertEquals("001 007 009 012", shown.where(it -> it.deliveryStatus() == DeliveryStatus.SENT));
        assertEquals("003 004 011 021 024 026 028", shown.where(it -> it.deliveryStatus() == DeliveryStatus.DELIVERED));
        assertEquals("005 006 022", shown.where(it -> it.deliveryStatus() == DeliveryStatus.READ));
        assertEquals("033", shown.where(it -> it.deliveryStatus() == DeliveryStatus.UNKNOWN));
        assertEquals(
                "002 008 010 013 014 015 016 017 018 019 020 023 025 027 029 030 031 B32 034",
                shown.where(it -> it.deliveryStatus() == null));
    }

    @Test
    void onlyTheOneTypedOnThePhoneWasNotSentByTheApi() {
        assertEquals("033", shown.where(it -> Boolean.FALSE.equals(it.sentByApi())));
        assertEquals(
                shown.where(it -> it.direction() == Direction.INCOMING), shown.where(it -> it.sentByApi() == null));
    }

    // I-16 (a dot and an empty contact name), I-17 (a LID)
    @Test
    void sendersAreShownUnderTheirBestName() {
        assertEquals("002 008 013 015 017 019 020 023 025 027 029 030 031 034", shown.from("Вера Примерова"));
        assertEquals("010 014 016 018", shown.from("70000001002"));
        assertEquals("B32", shown.from("Mila"));
        assertEquals(shown.where(it -> it.direction() == Direction.OUTGOING), shown.where(it -> it.sender() == null));
    }

    @Test
    void aSenderKeepsWhatTheUpstreamSays() {
        assertEquals(
                Shown.person("70000001001@c.us", "Vera S.", "Вера Примерова"),
                shown.message(TextMessage.class, "031").sender());
        assertEquals(
                Shown.person("70000001002@c.us", null, null),
                shown.message(AudioMessage.class, "014").sender());
    }

    // I-14: the marks stand on the original, not on the event; I-31: a voice message has none
    @Test
    void originalsAreMarkedAsEditedAndDeleted() {
        assertEquals("011 012 031", shown.where(Message::isEdited));
        assertEquals("012", shown.where(Message::isDeleted));
    }

    @Test
    void onlyTheForwardedNoteIsForwarded() {
        assertEquals("004", shown.where(Message::isForwarded));
        assertEquals("004", shown.where(it -> it.forwardingScore() == 1));
    }

    // I-10: any kind may quote
    @Test
    void messagesOfAnyKindQuote() {
        assertEquals("005 006 007 009 013 017 018", shown.where(it -> it.quote() != null));
        assertQuote(quote("005"), "3EB0000000000000000105", MessageType.CONTACT, "Demo Office");
        assertQuote(quote("006"), "3EB0000000000000000106", MessageType.LOCATION, "Sample Square");
        assertQuote(quote("009"), "3EB0000000000000000011", MessageType.IMAGE, "Invoice");
        assertQuote(quote("013"), "3EB0000000000000000012", MessageType.EXTENDED_TEXT, "Original text before the edit");
    }

    // I-11: type and kind of the quoted message are empty
    @Test
    void anUnresolvedQuoteStillNamesItsMessage() {
        assertQuote(quote("007"), "3EB0000000000000000107", null, null);
    }

    @Test
    void aReactionNamesTheMessageReactedTo() {
        assertQuote(quote("017"), "3EB0000000000000000004", null, null);
        assertQuote(quote("018"), "3EB0000000000000000004", null, null);
    }

    // I-07: the quoted thumbnail of 013 is null, elsewhere it is an empty text
    @Test
    void anAbsentThumbnailIsNullHoweverItIsWritten() {
        assertNull(quote("013").thumbnail());
        assertNull(quote("009").thumbnail());
        assertEquals("image/jpeg", quote("009").mimeType());
    }

    // I-18
    @Test
    void aPlaceholderIsNoText() {
        assertEquals(
                UnavailableReason.NOT_DELIVERED_YET,
                shown.message(TextMessage.class, "034").unavailable());
        assertEquals("034", shown.where(it -> it.unavailable() != null));
    }

    private Quote quote(String name) {
        Quote quote = shown.message(Message.class, name).quote();
        assertNotNull(quote, name);
        return quote;
    }

    private static void assertQuote(Quote quote, String messageId, MessageType type, String text) {
        assertEquals(messageId, quote.messageId());
        assertEquals("70000001000@c.us", quote.sender().contactId());
        assertEquals(type, quote.type());
        assertEquals(text, quote.text());
    }
}
