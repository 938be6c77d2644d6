package dev.greengraph.graphql.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.graphql.error.BadRequest;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.row.MessageRow;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a filter lets pass. */
class FilterMappingTest {

    private static final List<MessageRow> ROWS = Samples.list("""
                    [{"idMessage": "text", "timestamp": 50, "typeMessage": "textMessage", "chatId": "1@c.us",
                      "textMessage": "Good MORNING", "senderId": "1@c.us"},
                     {"idMessage": "own", "timestamp": 40, "typeMessage": "textMessage", "chatId": "1@c.us",
                      "textMessage": "Привет", "type": "outgoing", "senderId": "1@c.us"},
                     {"idMessage": "file", "timestamp": 30, "typeMessage": "imageMessage", "chatId": "2@g.us",
                      "caption": "100% good", "senderId": "3@c.us"},
                     {"idMessage": "poll", "timestamp": 20, "typeMessage": "pollMessage", "chatId": "2@g.us",
                      "pollMessageData": {"name": "A good day?"}},
                     {"idMessage": "bare", "timestamp": 10, "typeMessage": "textMessage", "chatId": "4@c.us",
                      "textMessage": "{{SWE001}}"}]""").rows();

    @Test
    void withoutAFilterAllPass() {
        assertEquals("text own file poll bare", passing(null));
        assertEquals("text own file poll bare", passing(new MessageFilter(null, null, null, null, null, null)));
    }

    @ParameterizedTest
    @CsvSource({"INCOMING, text file poll bare", "OUTGOING, own"})
    void onlyOneDirectionPasses(Direction direction, String passing) {
        assertEquals(passing, passing(new MessageFilter(direction, null, null, null, null, null)));
    }

    @Test
    void onlyTheseKindsPass() {
        assertEquals("text own bare", passing(types(MessageType.TEXT)));
        assertEquals("file poll", passing(types(MessageType.IMAGE, MessageType.POLL)));
        assertEquals("", passing(types(MessageType.UNKNOWN)));
        assertEquals("", passing(types()));
    }

    @Test
    void onlyTheseChatsPass() {
        assertEquals("text own bare", passing(chats(List.of("1@c.us", "4@c.us", "5@c.us"))));
        assertEquals("", passing(chats(List.of())));
    }

    /** Outgoing messages have no sender; in a personal chat it is the chat's owner where nobody is named. */
    @Test
    void onlyTheseSendersPass() {
        assertEquals("text", passing(senders(List.of("1@c.us"))));
        assertEquals("file bare", passing(senders(List.of("3@c.us", "4@c.us"))));
    }

    @ParameterizedTest
    @CsvSource({
        "good, text file poll",
        "GOOD m, text",
        "привет, own",
        "100%, file",
        ".*, ''",
        "SWE001, ''",
        "'', text own file poll",
    })
    void onlyWhatHoldsTheTextPasses(String text, String passing) {
        assertEquals(passing, passing(text(text)));
    }

    @Test
    void allConditionsHaveToHold() {
        MessageFilter filter = new MessageFilter(
                Direction.INCOMING,
                List.of(MessageType.TEXT, MessageType.IMAGE),
                List.of("1@c.us", "2@g.us"),
                List.of("3@c.us"),
                "good",
                null);

        assertEquals("file", passing(filter));
    }

    @Test
    void aListOfAHundredIsEnough() {
        List<String> hundred = Collections.nCopies(100, "1@c.us");
        List<String> more = Collections.nCopies(101, "1@c.us");

        assertEquals("text own", passing(chats(hundred)));
        assertRefused("filter.chatIds", chats(more));
        assertRefused("filter.senderIds", senders(more));
        assertRefused(
                "filter.types", types(Collections.nCopies(101, MessageType.TEXT).toArray(MessageType[]::new)));
    }

    @Test
    void aTextOfTwoHundredCharactersIsEnough() {
        assertEquals("", passing(text("x".repeat(200))));
        assertRefused("filter.text", text("x".repeat(201)));
    }

    private static void assertRefused(String argument, MessageFilter filter) {
        BadRequest refusal = assertThrows(BadRequest.class, () -> FilterMapping.of(filter));
        assertEquals(argument, refusal.argument());
        assertTrue(refusal.getMessage().startsWith(argument + ": must be "), refusal.getMessage());
    }

    private static String passing(MessageFilter filter) {
        return ROWS.stream()
                .filter(FilterMapping.of(filter))
                .map(MessageRow::idMessage)
                .collect(Collectors.joining(" "));
    }

    private static MessageFilter types(MessageType... types) {
        return new MessageFilter(null, List.of(types), null, null, null, null);
    }

    private static MessageFilter chats(List<String> ids) {
        return new MessageFilter(null, null, ids, null, null, null);
    }

    private static MessageFilter senders(List<String> ids) {
        return new MessageFilter(null, null, null, ids, null, null);
    }

    private static MessageFilter text(String text) {
        return new MessageFilter(null, null, null, null, text, null);
    }
}
