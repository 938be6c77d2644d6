package dev.greengraph.upstream.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.testsupport.Samples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each content is read in the shape of a journal, in that of a notification, and in mixtures of both. */
class EntryShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "textMessage | 'textMessageData': {'textMessage': 'at ten'} | at ten",
                "textMessage | 'textMessage': null, 'textMessageData': {'textMessage': 'at ten'} | at ten",
                "textMessage | 'textMessage': '', 'messageData': {'textMessageData': {'textMessage': 'at ten'}} | at ten",
                "textMessage | 'textMessage': {'text': 'at ten'} | at ten",
                "imageMessage | 'fileMessageData': {'downloadUrl': 'https://m.example/1'} | https://m.example/1",
                "imageMessage | 'downloadUrl': null, 'fileMessageData': {'downloadUrl': 'https://m.example/1'} | https://m.example/1",
                "imageMessage | 'imageMessage': {'downloadUrl': 'https://m.example/1'} | https://m.example/1",
                "extendedTextMessage | 'extendedTextMessageData': {'text': 'shop'} | shop",
                "extendedTextMessage | 'extendedTextMessage': null, 'extendedTextMessageData': {'text': 'shop'} | shop",
                "extendedTextMessage | 'extendedTextMessage': {'text': ''}, 'extendedTextMessageData': {'text': 'shop'} | shop",
                "extendedTextMessage | 'extendedTextMessage': 'shop' | shop",
                "reactionMessage | 'extendedTextMessageData': {'text': 'ok'} | ok",
                "reactionMessage | 'reactionMessage': {'text': 'ok'} | ok",
                "locationMessage | 'locationMessageData': {'nameLocation': 'Mole', 'latitude': 1, 'longitude': 2} | Mole",
                "locationMessage | 'location': null, 'locationMessageData': {'nameLocation': 'Mole', 'latitude': 1, 'longitude': 2} | Mole",
                "locationMessage | 'location': {'nameLocation': 'Mole'}, 'locationMessageData': {'latitude': 1, 'longitude': 2} | Mole",
                "contactMessage | 'contactMessageData': {'displayName': 'Ira'} | Ira",
                "contactsArrayMessage | 'messageData': {'contacts': [{'displayName': 'Ira'}]} | Ira",
                "contactsArrayMessage | 'contactsArrayMessage': {'contacts': [{'displayName': 'Ira'}]} | Ira",
                "pollMessage | 'pollMessageData': null, 'pollMessage': {'name': 'When?'} | When?",
                "editedMessage | 'editedMessage': {'stanzaId': 'A', 'textMessage': 'new'} | new",
                "templateButtonsReplyMessage | 'templateButtonsReplyMessage': {'selectedDisplayText': 'Yes'}, 'templateButtonReplyMessage': null | Yes",
                "templateButtonsReplyMessage | 'templateButtonReplyMessage': {'selectedDisplayText': 'Yes'}, 'templateButtonsReplyMessage': null | Yes",
                "templateMessage | 'templateMessage': {'footer': 'Small', 'footerText': null} | Small",
                "templateMessage | 'templateMessage': {'footerText': 'Small', 'footer': ''} | Small",
                "templateMessage | 'templateMessageData': {'footerText': 'Small'} | Small",
            })
    void theContentIsRead(String kind, String fields, String expected) {
        MessageRow row = Samples.entry(kind, fields);

        assertNull(row.raw());
        assertEquals(expected, shown(kind, row.payload()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "textMessage | 'textMessage': null",
                "textMessage | 'body': {'words': 'at ten'}",
                "extendedTextMessage | 'extendedTextMessage': null",
                "imageMessage | 'fileMessageData': null",
                "imageMessage | 'picture': {'href': 'https://m.example/1'}",
                "quotedMessage | 'extendedTextMessage': null",
                "reactionMessage | 'reaction': '+'",
                "contactMessage | 'contact': null",
                "pollMessage | 'pollMessageData': null",
            })
    void whatCannotBeReadKeepsItsRawEntry(String kind, String fields) {
        assertNotNull(Samples.entry(kind, fields).raw());
    }

    @Test
    void aWholeNotificationIsAnEntry() {
        MessageRow row = Samples.row("""
                {'receiptId': 7, 'body': {'typeWebhook': 'outgoingAPIMessageReceived', 'timestamp': 9, 'idMessage': 'B01',
                 'senderData': {'chatId': '7@c.us', 'sender': '8@c.us', 'senderName': 'Ira', 'senderContactName': 'Irina'},
                 'messageData': {'typeMessage': 'documentMessage', 'fileMessageData': {'fileName': 'a.pdf', 'isForwarded': true},
                                 'quotedMessage': {'stanzaId': 'B00', 'participant': '9@c.us'}}}}""");

        assertEquals("outgoing", row.type());
        assertEquals(Boolean.TRUE, row.sendByApi());
        assertEquals("B01", row.idMessage());
        assertEquals("7@c.us", row.chatId());
        assertEquals("8@c.us", row.senderId());
        assertEquals("Ira", row.senderName());
        assertEquals("Irina", row.senderContactName());
        assertEquals("documentMessage", row.typeMessage());
        assertEquals("a.pdf", row.payload().fileName());
        assertEquals(Boolean.TRUE, row.payload().isForwarded());
        assertEquals("B00", row.quotedMessage().stanzaId());
        assertNull(row.raw());
    }

    @Test
    void theGivenEntryIsNotChanged() {
        byte[] body = """
                {"typeMessage": "locationMessage", "location": {"nameLocation": "Mole"},
                 "messageData": {"locationMessageData": {"latitude": 1, "longitude": 2}}}""".getBytes(StandardCharsets.UTF_8);
        JsonNode entry = RowReader.tree(body).orElseThrow();
        String before = entry.toString();

        EntryShape.ofJournal(entry);

        assertEquals(before, entry.toString());
    }

    private static String shown(String kind, Payload payload) {
        return switch (kind) {
            case "textMessage" -> payload.textMessage();
            case "imageMessage" -> payload.downloadUrl();
            case "extendedTextMessage" -> payload.extendedTextMessage().text();
            case "reactionMessage" -> payload.extendedTextMessageData().text();
            case "locationMessage" -> payload.location().nameLocation();
            case "contactMessage" -> payload.contact().displayName();
            case "contactsArrayMessage" -> payload.contacts().get(0).displayName();
            case "pollMessage" -> payload.pollMessageData().name();
            case "editedMessage" -> payload.editedMessageData().textMessage();
            case "templateMessage" -> payload.templateMessage().footer();
            default -> payload.templateButtonReplyMessage().selectedDisplayText();
        };
    }
}
