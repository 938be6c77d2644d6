package dev.greengraph.graphql.message.mapping;

import static dev.greengraph.testsupport.Samples.WEBP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.greengraph.graphql.message.content.DeliveryStatus;
import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.graphql.message.content.Quote;
import dev.greengraph.graphql.message.kind.ContactMessage;
import dev.greengraph.graphql.message.kind.DocumentMessage;
import dev.greengraph.graphql.message.kind.ImageMessage;
import dev.greengraph.graphql.message.kind.LocationMessage;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.QuotedMessage;
import dev.greengraph.graphql.message.kind.ReactionMessage;
import dev.greengraph.graphql.message.kind.TextMessage;
import dev.greengraph.graphql.message.kind.VideoMessage;
import dev.greengraph.graphql.participant.ChatKind;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.Shown;
import dev.greengraph.upstream.row.RowReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of a MAX account: ids are numbers, those of groups negative, many beyond 2^53. */
class MaxSampleTest {

    private final Shown history = Shown.sample("get-chat-history/max-group");
    private final Shown incoming = Shown.sample("last-incoming-messages/max-two-chats");
    private final Shown outgoing = Shown.sample("last-outgoing-messages/max-two-chats");

    // I-25: a text of the API is extended in 123 and, read months later, plain in 327
    @Test
    void aGroupsHistoryIsReadWhole() {
        assertEquals(
                List.of(
                        "123 ExtendedTextMessage Sent through the API, early read",
                        "327 TextMessage Sent through the API, re-indexed later",
                        "687 TextMessage Group message",
                        "223 ImageMessage null",
                        "456 VideoMessage Clip",
                        "759 ContactMessage Demo Courier",
                        "295 LocationMessage null",
                        "831 QuotedMessage Noted",
                        "367 ReactionMessage 🔥"),
                history.lines());
        assertEquals("123 456", history.where(it -> it.deliveryStatus() == DeliveryStatus.DELIVERED));
        assertEquals("327", history.where(it -> it.deliveryStatus() == DeliveryStatus.READ));
        assertEquals("687 759 295", history.from("Oleg"));
        assertEquals("223 831 367", history.from("Вера"));
    }

    // I-27
    @Test
    void idsStayText() {
        Message message = history.message(TextMessage.class, "687");

        assertEquals("115736627773767687", message.messageId());
        assertEquals("-70000000000001", message.chat().chatId());
        assertEquals(ChatKind.GROUP, message.chat().kind());
        assertEquals("10000002", message.sender().contactId());
    }

    // I-24
    @Test
    void smallPicturesAreHandedOnAsTheyAre() {
        assertEquals(WEBP, history.message(ImageMessage.class, "223").thumbnail());
        assertEquals(WEBP, history.message(VideoMessage.class, "456").thumbnail());
    }

    // I-23
    @Test
    void theAddressOfAFileMayBeTheSendersOwn() {
        assertEquals(
                "https://files.example/original/video.mp4",
                history.message(VideoMessage.class, "456").downloadUrl());
        assertEquals("vid.mp4", history.message(VideoMessage.class, "456").fileName());
    }

    @Test
    void repliesAndReactionsQuote() {
        Quote quote = history.message(QuotedMessage.class, "831").quote();

        assertNotNull(quote);
        assertEquals("115736627773767687", quote.messageId());
        assertEquals("10000002", quote.sender().contactId());
        assertEquals(MessageType.TEXT, quote.type());
        assertEquals("Group message", quote.text());
        assertEquals("831 367", history.where(it -> it.quote() != null));
        assertEquals("🔥", history.message(ReactionMessage.class, "367").emoji());
    }

    @Test
    void placesAndCardsHaveTheirFields() {
        assertEquals(55.75, history.message(LocationMessage.class, "295").latitude());
        assertEquals(37.5, history.message(LocationMessage.class, "295").longitude());
        assertEquals(
                List.of("+70000001901"),
                history.message(ContactMessage.class, "759").contact().phoneNumbers());
    }

    @Test
    void theIncomingJournalIsReadWhole() {
        assertEquals(
                List.of(
                        "543 TextMessage Здравствуйте",
                        "079 TextMessage From the group",
                        "615 DocumentMessage null",
                        "151 AudioMessage null"),
                incoming.lines());
        assertEquals("543 615 151", incoming.where(it -> it.chat().kind() == ChatKind.PERSONAL));
        assertEquals("543 615 151", incoming.from("Вера"));
        assertEquals("план.pdf", incoming.message(DocumentMessage.class, "615").fileName());
    }

    // I-28: the time is that of the last action, some seconds after the one in the id
    @Test
    void theOutgoingJournalIsReadWhole() {
        assertEquals(4, outgoing.page().totalCount());
        assertEquals(
                List.of("VideoMessage", "ImageMessage", "ExtendedTextMessage", "TextMessage"),
                outgoing.page().nodes().stream()
                        .map(it -> it.getClass().getSimpleName())
                        .toList());
        assertEquals("903", outgoing.where(it -> it.deliveryStatus() == DeliveryStatus.SENT));
        assertEquals("903", outgoing.where(it -> Boolean.FALSE.equals(it.sentByApi())));
        Message newest = outgoing.page().nodes().get(0);
        assertEquals(Instant.ofEpochSecond(1766000990), newest.sentAt());
        assertEquals(Instant.ofEpochSecond(1766000994), newest.statusChangedAt());
    }

    // I-26
    @Test
    void oneMessageIsReadByItsShortId() {
        Message message = Shown.message(RowReader.row(
                        RowReader.tree(Samples.bytes("get-message/max-short-id"))
                                .orElseThrow(),
                        "incoming")
                .orElseThrow());

        assertEquals(MessageType.TEXT, message.type());
        assertEquals("2755235290043", message.messageId());
        assertEquals("A message read by its short id", message.text());
        assertEquals("Вера", message.sender().displayName());
    }
}
