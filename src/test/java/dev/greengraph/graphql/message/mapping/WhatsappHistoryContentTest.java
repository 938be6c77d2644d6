package dev.greengraph.graphql.message.mapping;

import static dev.greengraph.testsupport.Samples.JPEG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.graphql.message.content.Button;
import dev.greengraph.graphql.message.content.ContactCard;
import dev.greengraph.graphql.message.content.ListRow;
import dev.greengraph.graphql.message.content.ListSection;
import dev.greengraph.graphql.message.content.MediaFile;
import dev.greengraph.graphql.message.content.PollVote;
import dev.greengraph.graphql.message.kind.AudioMessage;
import dev.greengraph.graphql.message.kind.ButtonsMessage;
import dev.greengraph.graphql.message.kind.ButtonsResponseMessage;
import dev.greengraph.graphql.message.kind.ContactMessage;
import dev.greengraph.graphql.message.kind.ContactsMessage;
import dev.greengraph.graphql.message.kind.DeletedMessage;
import dev.greengraph.graphql.message.kind.DocumentMessage;
import dev.greengraph.graphql.message.kind.EditedMessage;
import dev.greengraph.graphql.message.kind.ExtendedTextMessage;
import dev.greengraph.graphql.message.kind.GroupInviteMessage;
import dev.greengraph.graphql.message.kind.ImageMessage;
import dev.greengraph.graphql.message.kind.InteractiveButtonsMessage;
import dev.greengraph.graphql.message.kind.InteractiveButtonsReplyMessage;
import dev.greengraph.graphql.message.kind.InteractiveButtonsResponseMessage;
import dev.greengraph.graphql.message.kind.ListMessage;
import dev.greengraph.graphql.message.kind.ListResponseMessage;
import dev.greengraph.graphql.message.kind.LocationMessage;
import dev.greengraph.graphql.message.kind.PollMessage;
import dev.greengraph.graphql.message.kind.PollUpdateMessage;
import dev.greengraph.graphql.message.kind.ReactionMessage;
import dev.greengraph.graphql.message.kind.StickerMessage;
import dev.greengraph.graphql.message.kind.TemplateMessage;
import dev.greengraph.graphql.message.kind.TemplateReplyMessage;
import dev.greengraph.graphql.message.kind.UnknownMessage;
import dev.greengraph.graphql.message.kind.VideoMessage;
import dev.greengraph.graphql.participant.Contact;
import dev.greengraph.testsupport.Shown;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * getChatHistory of a WhatsApp group: what each kind has of its own. One file for one sample, however many entries that has.
 */
class WhatsappHistoryContentTest {

    private static final Contact VERA = Shown.person("70000001001@c.us", "Vera S.", "Вера Примерова");
    private static final Contact HIDDEN = Shown.person("900000000000001@lid", "Mila", null);

    private static final String MEDIA = "https://media-7103.example/7103000001/0a000000-0000-4000-8000-0000000000";

    private final Shown shown = Shown.sample("get-chat-history/whatsapp-group-with-every-kind");

    @Test
    void eventsNameTheMessageThatTheyChanged() {
        assertEquals(
                "3EB0000000000000000012",
                shown.message(DeletedMessage.class, "001").deletedMessageId());
        assertEquals(
                "3A000000000000000031",
                shown.message(EditedMessage.class, "002").editedMessageId());
        assertEquals(
                "3EB0000000000000000011",
                shown.message(EditedMessage.class, "003").editedMessageId());
    }

    @Test
    void plainTextOfTheApiHasNeitherPreviewNorAdvertisement() {
        ExtendedTextMessage text = shown.message(ExtendedTextMessage.class, "004");

        assertNull(text.linkPreview());
        assertNull(text.advertisement());
    }

    @Test
    void cardsAreReadForTheirNumbers() {
        ContactCard courier = shown.message(ContactMessage.class, "005").contact();

        assertEquals("Demo Courier", courier.displayName());
        assertEquals(List.of("+70000001901"), courier.phoneNumbers());
        assertTrue(courier.vcard().startsWith("BEGIN:VCARD\nVERSION:3.0\n"));
    }

    @Test
    void severalCardsKeepTheirOrder() {
        List<ContactCard> cards = shown.message(ContactsMessage.class, "020").contacts();

        assertEquals(
                List.of("Demo A", "Demo B"),
                cards.stream().map(ContactCard::displayName).toList());
        assertEquals(
                List.of(List.of("+70000001903"), List.of("+70000001904")),
                cards.stream().map(ContactCard::phoneNumbers).toList());
    }

    @Test
    void aPlaceHasCoordinatesAndMaybeNoName() {
        LocationMessage place = shown.message(LocationMessage.class, "006");

        assertEquals(51.5, place.latitude());
        assertEquals(-0.25, place.longitude());
        assertNull(place.name());
        assertNull(place.address());
        assertNull(place.thumbnail());
    }

    @Test
    void aPollHasItsOptionsInOrder() {
        PollMessage poll = shown.message(PollMessage.class, "007");

        assertEquals("Which day?", poll.question());
        assertEquals(List.of("Mon", "Tue", "Wed"), poll.options());
        assertTrue(poll.multipleAnswers());
    }

    // I-17: a voter may be a LID
    @Test
    void aTallyHasEveryOptionAlsoThoseWithoutVotes() {
        PollUpdateMessage tally = shown.message(PollUpdateMessage.class, "008");

        assertEquals("3EB0000000000000000007", tally.pollMessageId());
        assertEquals("Which day?", tally.question());
        assertEquals(true, tally.multipleAnswers());
        assertEquals(
                List.of(
                        new PollVote("Mon", List.of(VERA, HIDDEN), 2),
                        new PollVote("Tue", List.of(), 0),
                        new PollVote("Wed", List.of(), 0)),
                tally.votes());
    }

    @Test
    void aReactionHasItsWholeEmojiOrNoneIfTakenBack() {
        assertEquals("👍🏽", shown.message(ReactionMessage.class, "017").emoji());
        assertNull(shown.message(ReactionMessage.class, "018").emoji());
    }

    @Test
    void filesHaveAddressNameAndType() {
        assertEquals(
                new MediaFile(MEDIA + "09.mp4", "Clip", name("09.mp4"), "video/mp4", JPEG, false),
                shown.message(VideoMessage.class, "009").file());
        assertEquals(
                new MediaFile(MEDIA + "11.jpg", "Final invoice", "invoice.jpg", "image/jpeg", null, false),
                shown.message(ImageMessage.class, "011").file());
        assertEquals(
                new MediaFile(MEDIA + "14.oga", null, name("14.oga"), "audio/ogg; codecs=opus", null, false),
                shown.message(AudioMessage.class, "014").file());
        assertEquals(
                new MediaFile(MEDIA + "15.pdf", null, "Смета №5 (итог).pdf", "application/pdf", JPEG, false),
                shown.message(DocumentMessage.class, "015").file());
        assertEquals(
                new MediaFile(MEDIA + "16.webp", null, name("16.webp"), "image/webp", null, true),
                shown.message(StickerMessage.class, "016").file());
    }

    @Test
    void aRoundVideoIsANote() {
        assertEquals(false, shown.message(VideoMessage.class, "009").isVideoNote());
        assertEquals(true, shown.message(VideoMessage.class, "010").isVideoNote());
    }

    @Test
    void anInvitationHasItsGroupAndEnd() {
        GroupInviteMessage invite = shown.message(GroupInviteMessage.class, "019");

        assertEquals("120363000000000202@g.us", invite.groupId());
        assertEquals("Sample hiking club", invite.groupName());
        assertEquals("SAMPLEINVITECODE00001", invite.inviteCode());
        assertEquals("Join us", invite.caption());
        assertEquals(Instant.ofEpochSecond(1766600000), invite.expiresAt());
        assertNull(invite.thumbnail());
    }

    @Test
    void interactiveButtonsOpenCallOrCopy() {
        InteractiveButtonsMessage offer = shown.message(InteractiveButtonsMessage.class, "021");

        assertEquals("Delivery", offer.title());
        assertEquals("Choose an action", offer.body());
        assertEquals("Sample shop", offer.footer());
        assertEquals(
                List.of(
                        new Button("1", "Open", "url", "https://shop.example/order/1", null, null),
                        new Button("2", "Call us", "call", null, "70000001900", null),
                        new Button("3", "Copy code", "copy", null, null, "0000")),
                offer.buttons());
    }

    @Test
    void replyButtonsAreOfferedWithoutHeading() {
        InteractiveButtonsReplyMessage offer = shown.message(InteractiveButtonsReplyMessage.class, "022");

        assertNull(offer.title());
        assertEquals("Accept the offer?", offer.body());
        assertNull(offer.footer());
        assertEquals(List.of(reply("yes", "Yes"), reply("no", "No")), offer.buttons());
    }

    @Test
    void aTemplateHasButtonsOfEveryKind() {
        TemplateMessage template = shown.message(TemplateMessage.class, "024");

        assertNull(template.title());
        assertEquals("Rate the service", template.body());
        assertEquals("Sample shop", template.footer());
        assertEquals(
                List.of(
                        new Button(null, "Site", "url", "https://shop.example", null, null),
                        new Button(null, "Call", "call", null, "70000001900", null),
                        new Button("good", "Good", "reply", null, null, null)),
                template.buttons());
    }

    @Test
    void aMenuHasSectionsWithRows() {
        ListMessage menu = shown.message(ListMessage.class, "026");

        assertEquals("Colours", menu.title());
        assertEquals("Pick a colour", menu.body());
        assertEquals("Open list", menu.buttonText());
        assertNull(menu.footer());
        assertEquals(
                List.of(new ListSection(
                        "Warm", List.of(new ListRow("r", "Red", null), new ListRow("o", "Orange", null)))),
                menu.sections());
    }

    @Test
    void buttonsAreOffered() {
        ButtonsMessage offer = shown.message(ButtonsMessage.class, "028");

        assertNull(offer.title());
        assertEquals("Tea or coffee?", offer.body());
        assertEquals(List.of(reply("t", "Tea"), reply("c", "Coffee")), offer.buttons());
    }

    // I-20: the kind of a template's answer is spelled with one s more than its payload; I-21: the list's choice as
    // text
    @Test
    void answersNameTheOfferAndTheChoice() {
        InteractiveButtonsResponseMessage interactive = shown.message(InteractiveButtonsResponseMessage.class, "023");
        TemplateReplyMessage template = shown.message(TemplateReplyMessage.class, "025");
        ListResponseMessage list = shown.message(ListResponseMessage.class, "027");
        ButtonsResponseMessage buttons = shown.message(ButtonsResponseMessage.class, "029");

        assertEquals("3EB0000000000000000022", interactive.repliedToMessageId());
        assertEquals("no", interactive.selectedId());
        assertEquals("No", interactive.selectedText());
        assertEquals("3EB0000000000000000024", template.repliedToMessageId());
        assertEquals("good", template.selectedId());
        assertEquals("Good", template.selectedText());
        assertEquals("3EB0000000000000000026", list.repliedToMessageId());
        assertEquals("r", list.selectedId());
        assertEquals("Red", list.selectedText());
        assertEquals("3EB0000000000000000028", buttons.repliedToMessageId());
        assertEquals("t", buttons.selectedId());
        assertEquals("Tea", buttons.selectedText());
    }

    // I-19
    @Test
    void anUnknownKindKeepsItsRawEntry() {
        String raw = shown.message(UnknownMessage.class, "030").raw();

        assertTrue(raw.contains("\"typeMessage\":\"productMessage\""), raw);
        assertTrue(raw.contains("\"idMessage\":\"3A000000000000000030\""), raw);
        assertFalse(raw.contains("3A000000000000000031"), raw);
    }

    private static String name(String ending) {
        return "0a000000-0000-4000-8000-0000000000" + ending;
    }

    private static Button reply(String id, String text) {
        return new Button(id, text, null, null, null, null);
    }
}
