package dev.greengraph.graphql.message.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.graphql.message.content.Quote;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.QuotedMessage;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.Shown;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** getMessage of a WhatsApp account: a reply to a text that was edited and deleted later. */
class WhatsappMessageSampleTest {

    private final Message reply = Shown.message(Samples.row(
            new String(Samples.bytes("get-message/whatsapp-reply-to-an-edited-text"), StandardCharsets.UTF_8)));

    @Test
    void itIsTheReply() {
        assertInstanceOf(QuotedMessage.class, reply);
        assertEquals("3A000000000000000013", reply.messageId());
        assertEquals("Agreed", reply.text());
        assertEquals(Shown.person("70000001001@c.us", "Vera S.", "Вера Примерова"), reply.sender());
        assertEquals("120363000000000101@g.us", reply.chat().chatId());
    }

    @Test
    void itQuotesTheTextAsItWas() {
        Quote quote = reply.quote();

        assertNotNull(quote);
        assertEquals("3EB0000000000000000012", quote.messageId());
        assertEquals(MessageType.EXTENDED_TEXT, quote.type());
        assertEquals("Original text before the edit", quote.text());
        // I-07
        assertNull(quote.thumbnail());
        assertNull(quote.mimeType());
    }

    @Test
    void itHasTheSameIdAsInTheHistory() {
        Shown history = Shown.sample("get-chat-history/whatsapp-group-with-every-kind");

        assertEquals(history.message(QuotedMessage.class, "013").id(), reply.id());
    }
}
