package dev.greengraph.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.account.Messenger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ids each messenger can have: what is none never reaches the upstream. */
class IdTest {

    // I-17, I-27
    @ParameterizedTest
    @CsvSource({
        "70000001234@c.us, WHATSAPP, PERSONAL, 70000001234",
        "900000000000001@lid, WHATSAPP, PERSONAL, 900000000000001",
        "0@c.us, WHATSAPP, PERSONAL, 0",
        "120363000000000101@g.us, WHATSAPP, GROUP, 120363000000000101",
        "70000001234-1500000000@g.us, WHATSAPP, GROUP, 70000001234-1500000000",
        "120363000000000101@newsletter, WHATSAPP, UNKNOWN, 120363000000000101",
        "status@broadcast, WHATSAPP, UNKNOWN, status",
        "10000000, MAX, PERSONAL, 10000000",
        "-70000000000001, MAX, GROUP, -70000000000001",
        "9999999999999999999, MAX, PERSONAL, 9999999999999999999",
    })
    void aChatIdTellsWhatItIs(String text, Messenger messenger, ChatId.Kind kind, String number) {
        ChatId id = ChatId.parse(text, messenger).orElseThrow();

        assertEquals(text, id.toString());
        assertEquals(kind, id.kind());
        assertEquals(number, id.number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "70000001234",
                "@c.us",
                "70000001234@",
                "7000 0001234@c.us",
                "70000001234@c.us ",
                "a@b@c.us",
                "70000001234@c.us\n",
                "../getSettings@c.us",
                "70000001234@C.US",
                "7\u001f7@c.us",
                "\"@c.us",
                "７@c.us",
            })
    void whatWhatsappCannotHaveIsNoChatId(String text) {
        assertEquals(Optional.empty(), ChatId.parse(text, Messenger.WHATSAPP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "--1", "+1", "1.5", "1e3", "70000001234@c.us", "10000000000000000000", " 1", "1\n"})
    void whatMaxCannotHaveIsNoChatId(String text) {
        assertEquals(Optional.empty(), ChatId.parse(text, Messenger.MAX));
    }

    @Test
    void aChatIdHasALongestForm() {
        assertEquals(
                true, ChatId.parse("7".repeat(64) + "@c.us", Messenger.WHATSAPP).isPresent());
        assertEquals(
                false,
                ChatId.parse("7".repeat(65) + "@c.us", Messenger.WHATSAPP).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "15, WHATSAPP, false",
        "16, WHATSAPP, true",
        "17, WHATSAPP, true",
        "128, WHATSAPP, true",
        "129, WHATSAPP, false",
        "0, MAX, false",
        "1, MAX, true",
        "13, MAX, true",
        "18, MAX, true",
        "128, MAX, true",
        "129, MAX, false",
    })
    void aMessageIdHasAShortestAndALongestForm(int length, Messenger messenger, boolean possible) {
        assertEquals(possible, MessageId.parse("1".repeat(length), messenger).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3A0000000000000/0013", "3A000000000000 0013", "3A00000000000000001\n", "ЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖ"})
    void whatIsNoMessageId(String text) {
        assertEquals(Optional.empty(), MessageId.parse(text, Messenger.WHATSAPP));
        assertEquals(Optional.empty(), MessageId.parse(text, Messenger.MAX));
    }
}
