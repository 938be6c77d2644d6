package dev.greengraph.upstream.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.testsupport.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a quote are found wherever they stand. */
class QuoteReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'quotedMessage': {'stanzaId': 'Q', 'participant': '5@c.us', 'typeMessage': 'textMessage', 'textMessage': 'was'}",
                "'extendedTextMessage': {'text': 're', 'stanzaId': 'Q', 'participant': '5@c.us'},"
                        + " 'quotedMessage': {'typeMessage': 'textMessage', 'textMessage': 'was'}",
                "'extendedTextMessage': {'text': 're', 'participant': '5@c.us'},"
                        + " 'quotedMessage': {'stanzaId': 'Q', 'typeMessage': 'textMessage', 'textMessage': 'was'}",
                "'extendedTextMessage': {'text': 're', 'contextInfo': {'stanzaId': 'Q', 'participant': '5@c.us',"
                        + " 'quotedMessage': {'typeMessage': 'textMessage', 'textMessage': 'was'}}}",
                "'extendedTextMessageData': {'text': 're', 'stanzaId': 'Q'}, 'contextInfo': {'participant': '5@c.us'},"
                        + " 'quotedMessage': {'typeMessage': 'textMessage', 'textMessageData': {'textMessage': 'was'}}",
                "'stanzaId': 'Q', 'participant': '5@c.us',"
                        + " 'quotedMessage': {'stanzaId': null, 'participant': '', 'typeMessage': 'textMessage', 'textMessage': 'was'}",
                "'quotedMessage': {'typeMessage': 'textMessage', 'textMessage': 'was',"
                        + " 'contextInfo': {'stanzaId': 'Q', 'participant': '5@c.us'}}",
                "'messageData': {'quotedMessage': {'stanzaId': 'Q', 'participant': '5@c.us',"
                        + " 'typeMessage': 'textMessage', 'textMessage': 'was'}}",
                "'quotedMessageId': 'Q', 'participant': '5@c.us',"
                        + " 'quotedMessage': {'typeMessage': 'textMessage', 'textMessage': 'was'}",
            })
    void allPartsAreFound(String fields) {
        QuotedRow quote = Samples.entry("quotedMessage", fields).quotedMessage();

        assertNotNull(quote);
        assertEquals("Q", quote.stanzaId());
        assertEquals("5@c.us", quote.participant());
        assertEquals("textMessage", quote.typeMessage());
        assertEquals("was", quote.payload().textMessage());
    }

    @Test
    void theAuthorOfAnotherMessageIsNotTaken() {
        QuotedRow quote = Samples.entry(
                        "quotedMessage",
                        "'quotedMessage': {'stanzaId': 'Q'}, 'extendedTextMessage': {'stanzaId': 'R', 'participant': '6@c.us'}")
                .quotedMessage();

        assertNotNull(quote);
        assertEquals("Q", quote.stanzaId());
        assertNull(quote.participant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'pollMessageData': {'name': 'When?', 'stanzaId': 'P'}",
                "'editedMessageData': {'stanzaId': 'E'}",
                "'buttonsResponseMessage': {'stanzaId': 'B'}",
                "'quotedMessage': null",
                "'quotedMessage': {}",
                "'quotedMessage': 'Q'",
            })
    void thatIsNoQuote(String fields) {
        assertNull(Samples.entry("textMessage", "'textMessage': 'a', " + fields).quotedMessage());
    }
}
