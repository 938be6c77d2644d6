package dev.greengraph.graphql.message.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.graphql.message.content.UnavailableReason;
import dev.greengraph.graphql.message.kind.ImageMessage;
import dev.greengraph.graphql.message.kind.MediaMessage;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.QuotedMessage;
import dev.greengraph.graphql.message.kind.TemplateMessage;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file never gets lost, whatever its entry is called. */
class FileInReplyTest {

    private static final String QUOTE = "'quotedMessage': {'stanzaId': 'Q', 'participant': '5@c.us'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'mimeType': 'image/png', 'downloadUrl': 'https://m.example/1' | IMAGE",
                "'mimeType': 'video/mp4', 'downloadUrl': 'https://m.example/1' | VIDEO",
                "'mimeType': 'audio/ogg; codecs=opus', 'downloadUrl': 'https://m.example/1' | AUDIO",
                "'mimeType': 'application/pdf', 'downloadUrl': 'https://m.example/1' | DOCUMENT",
                "'mimeType': '', 'fileName': 'Map.JPG', 'downloadUrl': 'https://m.example/1' | IMAGE",
                "'downloadUrl': 'https://m.example/1.ogg' | AUDIO",
                "'downloadUrl': 'https://m.example/1' | DOCUMENT",
                "'fileMessageData': {'downloadUrl': 'https://m.example/1', 'mimeType': 'image/jpeg'} | IMAGE",
            })
    void aReplyThatCarriesAFileIsOfTheFilesKind(String fields, MessageType type) {
        Message message = Shown.message(Samples.entry("quotedMessage", fields + ", " + QUOTE));

        MediaMessage file = assertInstanceOf(MediaMessage.class, message);
        assertEquals(type, file.type());
        assertEquals("quotedMessage", file.upstreamType());
        assertEquals("Q", file.quote().messageId());
    }

    @Test
    void theReplysTextStandsInForTheCaption() {
        ImageMessage message = (ImageMessage) Shown.message(Samples.entry(
                "quotedMessage",
                "'mimeType': 'image/png', 'caption': '', 'extendedTextMessage': {'text': 'which one?'}, " + QUOTE));

        assertEquals("which one?", message.text());
        assertNull(message.caption());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'location': {'latitude': 1, 'longitude': 2} | LOCATION",
                "'contact': {'displayName': 'Ira'} | CONTACT",
                "'contacts': [] | CONTACTS",
                "'pollMessageData': {'name': 'When?'} | POLL",
                "'extendedTextMessage': {'text': 'yes'} | QUOTED",
            })
    void aReplyWithAnotherContentIsOfThatKind(String fields, MessageType type) {
        assertEquals(
                type,
                Shown.message(Samples.entry("quotedMessage", fields + ", " + QUOTE))
                        .type());
    }

    @Test
    void aTextReplyToAPictureStaysAReply() {
        Message message = Shown.message(Samples.entry(
                "quotedMessage",
                "'extendedTextMessage': {'text': 'yes'}, 'quotedMessage':"
                        + " {'stanzaId': 'Q', 'typeMessage': 'imageMessage', 'mimeType': 'image/png'}"));

        assertInstanceOf(QuotedMessage.class, message);
        assertEquals(MessageType.IMAGE, message.quote().type());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'templateMessage': {'mediaUrl': 'https://m.example/a.pdf'} | https://m.example/a.pdf | ",
                "'templateMessage': {'contentText': 'a'}, 'downloadUrl': 'https://m.example/a.pdf' | https://m.example/a.pdf | ",
                "'templateMessage': {'mediaUrl': '{{SWE002}}'} | | FILE_TOO_LARGE",
                "'templateMessage': {'contentText': 'a'} | | ",
            })
    void aTemplateShowsItsFile(String fields, String mediaUrl, UnavailableReason unavailable) {
        TemplateMessage message = (TemplateMessage) Shown.message(Samples.entry("templateMessage", fields));

        assertEquals(mediaUrl, message.mediaUrl());
        assertEquals(unavailable, message.unavailable());
    }
}
