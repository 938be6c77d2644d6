package dev.greengraph.graphql.message.mapping;

import static dev.greengraph.testsupport.Samples.JPEG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.graphql.message.content.Advertisement;
import dev.greengraph.graphql.message.content.Button;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.content.LinkPreview;
import dev.greengraph.graphql.message.content.ListRow;
import dev.greengraph.graphql.message.content.ListSection;
import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.graphql.message.content.PollVote;
import dev.greengraph.graphql.message.content.Quote;
import dev.greengraph.graphql.message.content.UnavailableReason;
import dev.greengraph.graphql.message.kind.BlockMessage;
import dev.greengraph.graphql.message.kind.ButtonsMessage;
import dev.greengraph.graphql.message.kind.ButtonsResponseMessage;
import dev.greengraph.graphql.message.kind.ExtendedTextMessage;
import dev.greengraph.graphql.message.kind.GroupInviteMessage;
import dev.greengraph.graphql.message.kind.ImageMessage;
import dev.greengraph.graphql.message.kind.InteractiveButtonsResponseMessage;
import dev.greengraph.graphql.message.kind.ListMessage;
import dev.greengraph.graphql.message.kind.ListResponseMessage;
import dev.greengraph.graphql.message.kind.LocationMessage;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.PollMessage;
import dev.greengraph.graphql.message.kind.PollUpdateMessage;
import dev.greengraph.graphql.message.kind.QuotedMessage;
import dev.greengraph.graphql.message.kind.TemplateMessage;
import dev.greengraph.graphql.message.kind.TemplateReplyMessage;
import dev.greengraph.graphql.message.kind.TextMessage;
import dev.greengraph.graphql.message.kind.VideoMessage;
import dev.greengraph.graphql.participant.ChatKind;
import dev.greengraph.graphql.participant.Contact;
import dev.greengraph.testsupport.Shown;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * lastIncomingMessages of a WhatsApp account: every documented kind and many an irregular entry. One file for one sample,
 * however many entries that has.
 */
class WhatsappIncomingSampleTest {

    private static final Contact VERA = Shown.person("70000001001@c.us", "Vera S.", "Вера Примерова");

    private final Shown shown = Shown.sample("last-incoming-messages/whatsapp-every-kind");

    // I-05: 001 comes twice; I-03: the block has no id; I-34: 032 was edited and has no text
    @Test
    void everyEntryHasItsKindAndTextAndNoneComesTwice() {
        assertEquals(
                List.of(
                        "001 TextMessage Привет! 👋",
                        "002 ImageMessage How is it?",
                        "003 VideoMessage Large clip",
                        "004 DocumentMessage price",
                        "005 AudioMessage null",
                        "006 StickerMessage null",
                        "007 ReactionMessage 😄",
                        "008 LocationMessage Sample Cafe",
                        "009 ContactMessage Демо Контакт",
                        "010 ExtendedTextMessage Look\nhttps://shop.example/",
                        "011 ExtendedTextMessage A new offer for you",
                        "012 ExtendedTextMessage No top-level textMessage here",
                        "013 PollMessage Favourite colour",
                        "014 PollUpdateMessage Where do we go?",
                        "ull BlockMessage null",
                        "016 QuotedMessage The beach",
                        "017 QuotedMessage Great!",
                        "018 ButtonsResponseMessage Coffee",
                        "019 TemplateReplyMessage null",
                        "020 ListResponseMessage Orange",
                        "021 InteractiveButtonsResponseMessage No",
                        "022 GroupInviteMessage Old style group",
                        "023 TextMessage Hidden number",
                        "024 TextMessage Service notice",
                        "025 TextMessage null",
                        "026 UnknownMessage null",
                        "027 DeletedMessage null",
                        "029 ListMessage Pick a time",
                        "030 ButtonsMessage OK?",
                        "031 TemplateMessage Your code is 0000",
                        "032 ExtendedTextMessage null"),
                shown.lines());
        assertEquals(0, shown.page().skippedCount());
    }

    @Test
    void allAreIncomingAndHaveASenderButNoDelivery() {
        assertEquals("", shown.where(it -> it.direction() != Direction.INCOMING));
        assertEquals("", shown.where(it -> it.sender() == null));
        assertEquals("", shown.where(it -> it.deliveryStatus() != null || it.sentByApi() != null));
    }

    // I-13: 007 is from another person than the chat's; I-16: a dot, nothing, no sender id; I-17: LID, service chat.
    // One person
    // has one name, whatever the single entries say.
    @Test
    void sendersAreShownUnderTheirBestName() {
        assertEquals(
                "001 002 003 006 008 009 010 013 014 016 017 018 019 020 027 029 030 031 032",
                shown.from("Вера Примерова"));
        assertEquals("007", shown.from("Arman Demo"));
        assertEquals("ull", shown.from("10000000000"));
        assertEquals("023", shown.from("900000000000002"));
        assertEquals("024", shown.from("0"));
        assertEquals("004 005 011 012 021 022 025 026", shown.from("Unknown"), "only 025 names them, in all of them");
    }

    // I-16
    @Test
    void inAPersonalChatTheSenderIsTheChatsOwnerIfNobodyIsNamed() {
        assertEquals(
                Shown.person("70000001002@c.us", "Unknown", null),
                shown.message(TextMessage.class, "025").sender());
    }

    // I-17
    @Test
    void idsOfHiddenNumbersAndOfTheServiceAreChats() {
        assertEquals(
                "900000000000002@lid",
                shown.message(TextMessage.class, "023").chat().chatId());
        assertEquals(
                ChatKind.PERSONAL,
                shown.message(TextMessage.class, "023").chat().kind());
        assertEquals("0@c.us", shown.message(TextMessage.class, "024").chat().chatId());
    }

    // I-03
    @Test
    void aBlockHasNoMessageIdButAGlobalOne() {
        BlockMessage block = shown.message(BlockMessage.class, "ull");

        assertNull(block.messageId());
        assertEquals("blocked", block.chatState());
        assertEquals("10000000000@c.us", block.chat().chatId());
        assertTrue(block.id().length() > 20, block.id());
    }

    // I-18
    @Test
    void placeholdersBecomeAReason() {
        VideoMessage large = shown.message(VideoMessage.class, "003");

        assertNull(large.downloadUrl());
        assertEquals(UnavailableReason.FILE_TOO_LARGE, large.unavailable());
        assertEquals(
                UnavailableReason.NOT_DECRYPTED,
                shown.message(TextMessage.class, "025").unavailable());
        assertEquals("003 025", shown.where(it -> it.unavailable() != null));
    }

    @Test
    void onlyThePictureWasForwarded() {
        assertEquals("002", shown.where(Message::isForwarded));
        assertEquals(1, shown.message(ImageMessage.class, "002").forwardingScore());
    }

    @Test
    void aLinkHasAPreview() {
        ExtendedTextMessage link = shown.message(ExtendedTextMessage.class, "010");

        assertEquals(new LinkPreview("Sample shop", "A sample shop", JPEG), link.linkPreview());
        assertNull(link.advertisement());
    }

    // I-09: the outer text of an advertisement is its link
    @Test
    void anAdvertisementHasItsOwnWords() {
        ExtendedTextMessage offer = shown.message(ExtendedTextMessage.class, "011");

        assertEquals(
                new Advertisement(
                        "IMAGE",
                        "120000000000001",
                        "ad",
                        "https://ads.example/a1",
                        "https://cdn.ads.example/t.jpg?x=1&y=2"),
                offer.advertisement());
        assertEquals(new LinkPreview("Sample Ads", null, JPEG), offer.linkPreview());
    }

    // I-32: the longitude is written as an integer
    @Test
    void aPlaceHasBothCoordinates() {
        LocationMessage place = shown.message(LocationMessage.class, "008");

        assertEquals(51.128, place.latitude());
        assertEquals(71.0, place.longitude());
        assertEquals("Sample Cafe", place.name());
        assertEquals("Демоград", place.address());
        assertEquals(JPEG, place.thumbnail());
    }

    // I-12: a quoted poll without options, a quoted picture without file
    @Test
    void quotesMayBeEmptied() {
        Quote poll = shown.message(QuotedMessage.class, "016").quote();
        Quote picture = shown.message(QuotedMessage.class, "017").quote();

        assertNotNull(poll);
        assertEquals(MessageType.POLL, poll.type());
        assertEquals("Where do we go?", poll.text());
        assertEquals("3EB0000000000000000115", poll.messageId());
        assertNotNull(picture);
        assertEquals(MessageType.IMAGE, picture.type());
        assertNull(picture.text());
        assertEquals(JPEG, picture.thumbnail());
        assertEquals("image/jpeg", picture.mimeType());
        assertEquals("007 016 017", shown.where(it -> it.quote() != null));
    }

    // I-20: the text of a choice may be empty; I-21: the choice of a list as an object; 021 has other field names
    @Test
    void choicesAreReadHoweverTheyAreWritten() {
        assertEquals("c", shown.message(ButtonsResponseMessage.class, "018").selectedId());
        assertEquals("yes", shown.message(TemplateReplyMessage.class, "019").selectedId());
        assertNull(shown.message(TemplateReplyMessage.class, "019").selectedText());
        assertEquals("o", shown.message(ListResponseMessage.class, "020").selectedId());
        assertEquals("Orange", shown.message(ListResponseMessage.class, "020").selectedText());
        assertEquals(
                "2",
                shown.message(InteractiveButtonsResponseMessage.class, "021").selectedId());
        assertEquals(
                "No",
                shown.message(InteractiveButtonsResponseMessage.class, "021").selectedText());
    }

    // I-17: an old group id with a dash; I-21: the end of an invitation as two halves
    @Test
    void anInvitationToAnOldGroupHasItsEnd() {
        GroupInviteMessage invite = shown.message(GroupInviteMessage.class, "022");

        assertEquals("70000001001-1500000001@g.us", invite.groupId());
        assertEquals("Old style group", invite.groupName());
        assertNull(invite.caption());
        assertEquals(Instant.ofEpochSecond(1766600000), invite.expiresAt());
    }

    @Test
    void offersMayLackWhatIsOptional() {
        ListMessage menu = shown.message(ListMessage.class, "029");

        assertEquals(List.of(new ListSection(null, List.of(new ListRow("10", "10:00", null)))), menu.sections());
        assertNull(menu.buttonText());
        assertEquals(List.of(), shown.message(TemplateMessage.class, "031").buttons());
        assertEquals(
                List.of(new Button("ok", "OK", null, null, null, null)),
                shown.message(ButtonsMessage.class, "030").buttons());
    }

    @Test
    void pollsAreReadInBothForms() {
        PollMessage poll = shown.message(PollMessage.class, "013");
        PollUpdateMessage tally = shown.message(PollUpdateMessage.class, "014");

        assertEquals(List.of("Red", "Green"), poll.options());
        assertEquals(false, poll.multipleAnswers());
        assertEquals("3EB0000000000000000115", tally.pollMessageId());
        assertEquals(
                List.of(new PollVote("Beach", List.of(VERA), 1), new PollVote("Hills", List.of(), 0)), tally.votes());
    }

    // I-34
    @Test
    void theEditedOneWithoutTextIsMarkedAsEdited() {
        assertEquals("032", shown.where(Message::isEdited));
    }
}
