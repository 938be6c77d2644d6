package dev.greengraph.graphql.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.account.AccountId;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under which name people and chats are shown. */
class SenderMappingTest {

    private static final ChatId PERSON = new ChatId("1@c.us");

    @ParameterizedTest
    @CsvSource({
        "Vera, Вера, Вера",
        "Vera, '', Vera",
        "Vera, ., Vera",
        "., Вера, Вера",
        "., '', 1",
        "'', '', 1",
        "., ., 1",
    })
    void theDisplayNameIsTheBestOne(String name, String contactName, String displayName) {
        Contact sender = sender(from("1@c.us", name, contactName));

        assertEquals(displayName, sender.displayName());
        assertEquals("1@c.us", sender.contactId());
    }

    // I-16
    @Test
    void withoutASenderIdOnlyAPersonalChatTellsWhoItWas() {
        assertEquals(
                "7@c.us",
                sender(Samples.row("{'chatId': '7@c.us', 'senderId': ''}")).contactId());
        assertNull(sender(Samples.row("{'chatId': '7@g.us', 'senderId': ''}")));
        assertNull(sender(Samples.row("{'chatId': '-7'}")));
        assertNull(sender(Samples.row("{'chatId': 'status@broadcast'}")));
    }

    @Test
    void aPersonalChatHasTheNewestContactName() {
        assertEquals("B", title(from("1@c.us", "a", null), from("1@c.us", "b", "B"), from("1@c.us", "c", "C")));
    }

    @Test
    void withoutAContactNameItHasTheNewestOwnName() {
        assertEquals("b", title(from("1@c.us", ".", ""), from("1@c.us", "b", "."), from("1@c.us", "c", null)));
    }

    // I-13
    @Test
    void theNamesOfOthersDoNotCount() {
        assertNull(title(from("2@c.us", "Arman", "Arman Demo")));
        assertEquals("Vera", title(from("2@c.us", "Arman", "Arman Demo"), from("", "Vera", null)));
    }

    @Test
    void aGroupHasNoNameOfItsMembers() {
        assertNull(SenderMapping.title(new ChatId("1@g.us"), List.of(from("1@g.us", "Vera", "Вера"))));
        assertNull(SenderMapping.title(new ChatId("-1"), List.of(from("-1", "Vera", "Вера"))));
    }

    @Test
    void withoutAnyNameThereIsNone() {
        assertNull(title());
        assertNull(title(from("1@c.us", ".", ""), from("1@c.us", "", null)));
    }

    private static Contact sender(MessageRow row) {
        return new AnswerMapping(new AccountId("main"), List::of).sender(row);
    }

    private static String title(MessageRow... rows) {
        return SenderMapping.title(PERSON, Arrays.asList(rows));
    }

    private static MessageRow from(String senderId, String name, String contactName) {
        String contact = contactName == null ? "" : ", 'senderContactName': '" + contactName + "'";
        return Samples.row(
                "{'chatId': '1@c.us', 'senderId': '%s', 'senderName': '%s'%s}".formatted(senderId, name, contact));
    }
}
