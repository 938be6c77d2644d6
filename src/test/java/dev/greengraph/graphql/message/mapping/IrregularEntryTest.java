package dev.greengraph.graphql.message.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.message.ConnectionMapping;
import dev.greengraph.graphql.message.MessageConnection;
import dev.greengraph.graphql.message.content.DeliveryStatus;
import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.graphql.message.content.UnavailableReason;
import dev.greengraph.graphql.message.kind.ImageMessage;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.QuotedMessage;
import dev.greengraph.graphql.message.kind.ReactionMessage;
import dev.greengraph.graphql.message.kind.UnknownMessage;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.Shown;
import dev.greengraph.upstream.row.Rows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Irregular entries that no sample holds. */
class IrregularEntryTest {

    // I-05: live duplicates with different deliveries
    @ParameterizedTest
    @CsvSource({
        "sent, delivered, DELIVERED",
        "delivered, sent, DELIVERED",
        "pending, '', PENDING",
        "'', read, READ",
        "sent, failed, FAILED",
        "sent, sent, SENT",
    })
    void ofTwoEntriesOfOneSecondTheFurtherDeliveryIsShown(String first, String second, DeliveryStatus shown) {
        Shown list = Shown.of(Samples.list("""
                [{"type": "outgoing", "idMessage": "A01", "timestamp": 10, "chatId": "1@c.us", "statusMessage": "%s"},
                 {"type": "outgoing", "idMessage": "A01", "timestamp": 10, "chatId": "1@c.us", "statusMessage": "%s"}]""".formatted(first, second)));

        assertEquals("A01", list.where(it -> it.deliveryStatus() == shown));
    }

    // I-15, I-28
    @ParameterizedTest
    @ValueSource(strings = {"", "played", "DELIVERED"})
    void anotherDeliveryIsUnknown(String statusMessage) {
        Message message = Shown.message(Samples.row(
                "{'type': 'outgoing', 'idMessage': 'A01', 'timestamp': 1, 'chatId': '1@c.us', 'statusMessage': '"
                        + statusMessage + "'}"));

        assertEquals(DeliveryStatus.UNKNOWN, message.deliveryStatus());
    }

    // I-28: with every action the entry moves to another time
    @Test
    void anEntryThatMovedIsShownOnceWhereItWasFirst() {
        Shown list = Shown.of(Samples.list("""
                [{"idMessage": "A01", "timestamp": 10, "chatId": "1@c.us", "typeMessage": "textMessage"},
                 {"idMessage": "A02", "timestamp": 20, "chatId": "1@c.us", "typeMessage": "textMessage"},
                 {"idMessage": "A01", "timestamp": 30, "chatId": "1@c.us", "typeMessage": "textMessage"}]"""));

        assertEquals("A02 A01", list.where(it -> true));
    }

    // I-18: with other braces, around text and files; but not inside a sentence
    @ParameterizedTest
    @CsvSource({
        "{{SWE001}}, NOT_DELIVERED_YET",
        "{SWE002}, FILE_TOO_LARGE",
        "{{SWE003, NOT_DECRYPTED",
        "{{ SWE003 }}, NOT_DECRYPTED",
        "{{SWE999}}, OTHER",
        "{{SWE000}}, OTHER",
        "SWE001, ",
        "the marker {{SWE001}}, ",
        "{{SWE}}, ",
        "{{SWE12345}}, ",
    })
    void aPlaceholderIsAReason(String written, UnavailableReason reason) {
        Message text = Shown.message(Samples.entry("textMessage", "'textMessage': '" + written + "'"));
        Message extended = Shown.message(
                Samples.entry("extendedTextMessage", "'extendedTextMessage': {'text': '" + written + "'}"));
        ImageMessage file =
                (ImageMessage) Shown.message(Samples.entry("imageMessage", "'downloadUrl': '" + written + "'"));

        assertEquals(reason, text.unavailable());
        assertEquals(reason == null ? written : null, text.text());
        assertEquals(reason, extended.unavailable());
        assertEquals(reason, file.unavailable());
        assertEquals(reason == null ? written : null, file.downloadUrl());
    }

    // I-18
    @Test
    void aQuotedPlaceholderIsNoText() {
        Message reply = Shown.message(Samples.entry(
                "quotedMessage",
                "'quotedMessage': {'stanzaId': 'A', 'typeMessage': 'textMessage', 'textMessage': '{{SWE001}}'}"));

        assertNotNull(reply.quote());
        assertNull(reply.quote().text());
        assertEquals(MessageType.TEXT, reply.quote().type());
    }

    // I-10, I-11: what a reply's own text says stands in for the quote
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'extendedTextMessage': {'text': 'a', 'stanzaId': 'A', 'participant': '2@c.us'}",
                "'extendedTextMessage': {'text': 'a', 'stanzaId': 'A'}, 'quotedMessage': {'participant': '2@c.us'}",
                "'extendedTextMessage': {'text': 'a', 'contextInfo': {'stanzaId': 'A', 'participant': '2@c.us'}}",
                "'extendedTextMessage': {'text': 'a', 'stanzaId': 'A'}, 'quotedMessage': 'junk'",
            })
    void aReplyWithoutAWholeQuoteStillNamesItsMessage(String fields) {
        Message reply = Shown.message(Samples.entry("quotedMessage", fields));

        assertInstanceOf(QuotedMessage.class, reply);
        assertNotNull(reply.quote());
        assertEquals("A", reply.quote().messageId());
        assertNull(reply.quote().type());
    }

    @Test
    void aQuoteThatNamesNoMessageIsNone() {
        Message reply = Shown.message(Samples.entry("imageMessage", "'quotedMessage': {'participant': '2@c.us'}"));

        assertNull(reply.quote());
    }

    // I-19
    @Test
    void aQuoteOfAnUnknownKindIsUnknown() {
        Message reply = Shown.message(
                Samples.entry("textMessage", "'quotedMessage': {'stanzaId': 'A', 'typeMessage': 'holoMessage'}"));

        assertEquals(MessageType.UNKNOWN, reply.quote().type());
    }

    // I-13: other clients of the upstream find the message reacted to elsewhere
    @Test
    void aReactionMayNameItsMessageInItsText() {
        ReactionMessage reaction = (ReactionMessage) Shown.message(Samples.entry(
                "reactionMessage", "'extendedTextMessage': {'text': '👍', 'contextInfo': {'stanzaId': 'A'}}"));

        assertEquals("👍", reaction.emoji());
        assertEquals("A", reaction.quote().messageId());
    }

    // I-19, I-04
    @ParameterizedTest
    @ValueSource(strings = {"holoMessage", "", "locationMessage", "pollMessage", "listMessage"})
    void anEntryThatIsNotUnderstoodIsUnknownAndRaw(String typeMessage) {
        Message message =
                Shown.message(Samples.entry(typeMessage, "'textMessage': 'still readable', 'extra': {'a': 1}"));

        UnknownMessage unknown = assertInstanceOf(UnknownMessage.class, message);
        assertEquals(MessageType.UNKNOWN, unknown.type());
        assertEquals(typeMessage, unknown.upstreamType());
        assertTrue(unknown.raw().contains("\"extra\":{\"a\":1}"), unknown.raw());
    }

    // I-03
    @Test
    void twoBlocksOfDifferentChatsAreTwoMessages() {
        Shown list = Shown.of(Samples.list("""
                [{"typeMessage": "incomingBlock", "timestamp": 10, "chatId": "1@c.us", "chatState": "blocked"},
                 {"typeMessage": "incomingBlock", "timestamp": 10, "chatId": "2@c.us", "chatState": "blocked"},
                 {"typeMessage": "incomingBlock", "timestamp": 10, "chatId": "2@c.us", "chatState": "blocked"}]"""));

        List<Message> blocks = list.page().nodes();
        assertEquals(2, blocks.size());
        assertNotEquals(blocks.get(0).id(), blocks.get(1).id());
    }

    /** MAX makes ids of the millisecond of sending. */
    @Test
    void oneIdInTwoChatsIsTwoMessages() {
        Shown list = Shown.of(Samples.list("""
                [{"idMessage": "1766000980000", "timestamp": 10, "chatId": "10000001", "typeMessage": "textMessage"},
                 {"idMessage": "1766000980000", "timestamp": 10, "chatId": "-70000000000001",
                  "typeMessage": "textMessage"}]"""));

        assertEquals(
                List.of("10000001", "-70000000000001"),
                list.page().nodes().stream().map(it -> it.chat().chatId()).toList());
    }

    @Test
    void entriesOfOneSecondThatShareTheirIdOrHaveNoneFillPagesWithoutGap() {
        Rows rows = Samples.list("""
                [{"typeMessage": "incomingBlock", "timestamp": 10, "chatId": "1@c.us"},
                 {"typeMessage": "incomingBlock", "timestamp": 10, "chatId": "2@c.us"},
                 {"idMessage": "A", "timestamp": 10, "chatId": "1@c.us"},
                 {"idMessage": "A", "timestamp": 10, "chatId": "2@c.us"},
                 {"idMessage": "A-", "timestamp": 10, "chatId": "1@c.us"}]""");
        List<Message> all = new ArrayList<>();
        String after = null;

        do {
            MessageConnection page = ConnectionMapping.of(
                            new AnswerMapping(Shown.ACCOUNT, List::of), "list", null, Span.ALL, 1, after)
                    .page(Samples.reading(rows));
            all.addAll(page.nodes());
            after = page.pageInfo().hasNextPage() ? page.pageInfo().endCursor() : null;
        } while (after != null);

        assertEquals(
                Shown.of(rows).page().nodes().stream().map(Message::id).toList(),
                all.stream().map(Message::id).toList());
        assertEquals(5, all.size());
    }

    @Test
    void howOftenItWasForwardedTellsThatItWas() {
        Message message = Shown.message(Samples.entry("imageMessage", "'forwardingScore': 4"));

        assertTrue(message.isForwarded());
        assertEquals(4, message.forwardingScore());
    }
}
