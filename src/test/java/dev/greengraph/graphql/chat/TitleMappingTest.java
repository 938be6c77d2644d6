package dev.greengraph.graphql.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.participant.SenderMapping;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.Rows;
import java.util.List;
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

        assertEquals(shown, TitleMapping.of(CHAT, List.of(Window.of(rows))));
        assertEquals(shown, SenderMapping.of(rows.rows().get(0)).displayName());
    }

    @Test
    void aNameInAnOlderWindowIsBetterThanTheNumber() {
        Window nameless = Window.of(entry("incoming", ".", ""));
        Window named = Window.of(entry("incoming", "Ira", ""));

        assertEquals("Ira", TitleMapping.of(CHAT, List.of(nameless, named)));
    }

    @Test
    void anUnseenOwnerHasNoTitle() {
        assertNull(TitleMapping.of(CHAT, List.of()));
        assertNull(TitleMapping.of(CHAT, List.of(Window.of(entry("outgoing", "", "")))));
        assertNull(TitleMapping.of(new ChatId("7001@g.us"), List.of(Window.of(entry("incoming", "Ira", "")))));
    }

    private static Rows entry(String type, String name, String contactName) {
        return Samples.list("""
                [{"type": "%s", "idMessage": "A01", "timestamp": 1, "chatId": "7001@c.us", "senderId": "%s",
                  "typeMessage": "textMessage", "textMessage": "a", "senderName": "%s", "senderContactName": "%s"}]""".formatted(type, "incoming".equals(type) ? "7001@c.us" : "", name, contactName));
    }
}
