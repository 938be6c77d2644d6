package dev.greengraph.graphql.message.mapping;

import static dev.greengraph.testsupport.Samples.JPEG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.graphql.message.content.DeliveryStatus;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.content.LinkPreview;
import dev.greengraph.graphql.message.content.MediaFile;
import dev.greengraph.graphql.message.kind.ContactMessage;
import dev.greengraph.graphql.message.kind.ExtendedTextMessage;
import dev.greengraph.graphql.message.kind.ImageMessage;
import dev.greengraph.graphql.message.kind.LocationMessage;
import dev.greengraph.graphql.message.kind.TextMessage;
import dev.greengraph.graphql.message.kind.VideoMessage;
import dev.greengraph.testsupport.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers as the upstream gave them in 2020 and 2021: no marks, no forwarding, partly no type. */
class LegacySampleTest {

    private static final String FILES = "https://api.green-api.com/waInstance1101000001/downloadFile/";

    private final Shown history = Shown.sample("get-chat-history/legacy-personal-chat");
    private final Shown incoming = Shown.sample("last-incoming-messages/legacy-without-type");
    private final Shown outgoing = Shown.sample("last-outgoing-messages/legacy-without-type");

    // I-09: 007 has no outer text
    @Test
    void anOldHistoryIsReadWhole() {
        assertEquals(
                List.of(
                        "001 TextMessage Legacy incoming",
                        "002 TextMessage Legacy outgoing",
                        "003 ImageMessage Logo",
                        "004 AudioMessage null",
                        "005 LocationMessage Sample Cafe",
                        "006 ContactMessage Demo Office",
                        "007 ExtendedTextMessage https://shop.example/",
                        "008 DocumentMessage price.pdf",
                        "009 VideoMessage null"),
                history.lines());
        assertEquals("002 007 008", history.where(it -> it.direction() == Direction.OUTGOING));
        assertEquals("001 003 004 005 006 009", history.from("Vera S."));
    }

    @Test
    void whatOldEntriesDoNotSayIsNullOrFalse() {
        assertEquals("", history.where(it -> it.isEdited() || it.isDeleted() || it.isForwarded()));
        assertEquals("", history.where(it -> it.sentByApi() != null));
        assertNull(history.message(VideoMessage.class, "009").isVideoNote());
        assertEquals(
                new MediaFile(FILES + "sample-file-id-1", "Logo", null, null, null, null),
                history.message(ImageMessage.class, "003").file());
    }

    // I-16: the key of the contact name is missing
    @Test
    void aSenderWithoutContactNameHasItsOwn() {
        assertEquals(
                Shown.person("70000001001@c.us", "Vera S.", null),
                history.message(TextMessage.class, "001").sender());
    }

    @Test
    void oldPlacesCardsAndLinksHaveTheirFields() {
        LocationMessage place = history.message(LocationMessage.class, "005");

        assertEquals(50.5, place.latitude());
        assertEquals(30.25, place.longitude());
        assertEquals("1 Sample St", place.address());
        assertEquals(
                List.of("+70000001902"),
                history.message(ContactMessage.class, "006").contact().phoneNumbers());
        assertEquals(
                new LinkPreview("Sample shop", "A sample shop", JPEG),
                history.message(ExtendedTextMessage.class, "007").linkPreview());
    }

    // I-06
    @Test
    void entriesWithoutATypeAreOfTheirJournals() {
        assertEquals(List.of("C01 TextMessage Hello", "C02 ImageMessage How is it?"), incoming.lines());
        assertEquals("C01 C02", incoming.where(it -> it.direction() == Direction.INCOMING));
        assertEquals("", outgoing.where(it -> it.direction() != Direction.OUTGOING));
    }

    // I-05: the manual itself has one id on two entries; I-17: a group id with a dash
    @Test
    void anOldOutgoingJournalIsReadWhole() {
        assertEquals(
                List.of(
                        "001 TextMessage Привет",
                        "003 TextMessage No such account",
                        "004 TextMessage Not in the group",
                        "005 TextMessage On its way"),
                outgoing.lines());
        assertEquals("001", outgoing.where(it -> it.deliveryStatus() == DeliveryStatus.READ));
        assertEquals("003", outgoing.where(it -> it.deliveryStatus() == DeliveryStatus.NO_ACCOUNT));
        assertEquals("004", outgoing.where(it -> it.deliveryStatus() == DeliveryStatus.NOT_IN_GROUP));
        assertEquals("005", outgoing.where(it -> it.deliveryStatus() == DeliveryStatus.PENDING));
        assertEquals(
                "70000001001-1500000001@g.us",
                outgoing.message(TextMessage.class, "004").chat().chatId());
    }
}
