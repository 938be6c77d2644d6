package dev.greengraph.graphql.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.directory.Directory;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.directory.ChatRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A personal chat is shown under the name that its owner is shown under. */
class TitleMappingTest {

    private static final ChatId CHAT = new ChatId("7001@c.us");

    @ParameterizedTest
    @CsvSource({
        "., '', 7001",
        "\u3164, \u200e, 7001",
        "'   ', \u2800, 7001",
        "Ira, \u200b, Ira",
        "\u115f, Irina, Irina",
        "'', '', 7001",
    })
    void theTitleIsTheDisplayName(String name, String contactName, String shown) {
        Rows rows = entry("incoming", name, contactName);

        assertEquals(shown, TitleMapping.of(CHAT, List.of(Window.of(rows)), Directory.EMPTY));
        assertEquals(
                shown,
                new AnswerMapping(new AccountId("main"), List::of)
                        .sender(rows.rows().get(0))
                        .displayName());
    }

    @Test
    void aNameInAnOlderWindowIsBetterThanTheNumber() {
        Window nameless = Window.of(entry("incoming", ".", ""));
        Window named = Window.of(entry("incoming", "Ira", ""));

        assertEquals("Ira", TitleMapping.of(CHAT, List.of(nameless, named), Directory.EMPTY));
    }

    @Test
    void anUnseenOwnerHasNoTitle() {
        assertNull(TitleMapping.of(CHAT, List.of(), Directory.EMPTY));
        assertNull(TitleMapping.of(CHAT, List.of(Window.of(entry("outgoing", "", ""))), Directory.EMPTY));
        assertNull(TitleMapping.of(
                new ChatId("7001@g.us"), List.of(Window.of(entry("incoming", "Ira", ""))), Directory.EMPTY));
    }

    @Test
    void theAccountsListNamesGroupsAndThoseWhoHaveNotWritten() {
        ChatId group = new ChatId("7001@g.us");
        Directory directory = new Directory(
                Map.of(
                        "7001@c.us", new ChatRow("7001@c.us", "Ira P.", null),
                        "7001@g.us", new ChatRow("7001@g.us", "Kiln", null)),
                Map.of());

        assertEquals("Kiln", TitleMapping.of(group, List.of(), directory));
        assertEquals("Ira P.", TitleMapping.of(CHAT, List.of(), directory));
        assertEquals("Ira P.", TitleMapping.of(CHAT, List.of(Window.of(entry("incoming", ".", ""))), directory));
        assertEquals("Ira", TitleMapping.of(CHAT, List.of(Window.of(entry("incoming", "Ira", ""))), directory));
    }

    private static Rows entry(String type, String name, String contactName) {
        return Samples.list("""
                [{"type": "%s", "idMessage": "A01", "timestamp": 1, "chatId": "7001@c.us", "senderId": "%s",
                  "typeMessage": "textMessage", "textMessage": "a", "senderName": "%s", "senderContactName": "%s"}]""".formatted(type, "incoming".equals(type) ? "7001@c.us" : "", name, contactName));
    }
}
