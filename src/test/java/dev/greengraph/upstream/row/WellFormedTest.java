package dev.greengraph.upstream.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.greengraph.testsupport.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Half an emoji becomes U+FFFD in every text of an entry. */
class WellFormedTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("cut \ud83d", "cut \ufffd"),
                arguments("\udc4b cut", "\ufffd cut"),
                arguments("\udc4b\ud83d", "\ufffd\ufffd"),
                arguments("\ud83d\ud83d\udc4b", "\ufffd\ud83d\udc4b"),
                arguments("\ud83d\udc4b\udc4b", "\ud83d\udc4b\ufffd"),
                arguments("\ud83d \udc4b", "\ufffd \ufffd"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aLoneSurrogateIsReplaced(String text, String mended) {
        assertEquals(mended, WellFormed.of(text));
    }

    @Test
    void aWholeTextIsNotCopied() {
        String text = "wave \ud83d\udc4b";

        assertSame(text, WellFormed.of(text));
    }

    @Test
    void everyTextOfAnEntryIsMended() {
        MessageRow row = Samples.row("""
                {'idMessage': 'A\\ud83d', 'chatId': '1@c.us', 'senderId': '1\\ud83d@c.us', 'senderName': 'Ann \\ud83d',
                 'typeMessage': 'pollMessage', 'textMessage': 'a\\ud83d',
                 'pollMessageData': {'name': 'Q\\ud83d', 'votes': [{'optionVoters': ['2\\ud83d']}]},
                 'listResponseMessage': {'singleSelectReply': 'r\\ud83d'},
                 'quotedMessage': {'stanzaId': 'B\\ud83d', 'textMessage': 'b\\ud83d'}}""");

        assertEquals("A\ufffd", row.idMessage());
        assertEquals("1\ufffd@c.us", row.senderId());
        assertEquals("Ann \ufffd", row.senderName());
        assertEquals("a\ufffd", row.payload().textMessage());
        assertEquals("Q\ufffd", row.payload().pollMessageData().name());
        assertEquals(
                "2\ufffd",
                row.payload().pollMessageData().votes().get(0).optionVoters().get(0));
        assertEquals(
                "r\ufffd",
                row.payload().listResponseMessage().singleSelectReply().rowId());
        assertEquals("B\ufffd", row.quotedMessage().stanzaId());
        assertEquals("b\ufffd", row.quotedMessage().payload().textMessage());
    }

    @Test
    void theRawEntryIsMended() {
        String raw = Samples.entry("holoMessage", "'holo': 'x\\ud83d'").raw();

        assertTrue(raw.contains("\"holo\":\"x\ufffd\""), raw);
    }

    /** Jackson reads no such name, so no key of an entry is ever half an emoji: the whole body counts as no JSON. */
    @Test
    void aBodyWithHalfAnEmojiInAKeyIsNotRead() {
        for (String key : List.of("k\\ud83d", "\\udc4b", "\\ud83d\\ud83d")) {
            String body = "[{\"typeMessage\":\"holoMessage\",\"" + key + "\":1}]";

            assertEquals(Optional.empty(), RowReader.tree(body.getBytes(StandardCharsets.UTF_8)), body);
        }
    }
}
