package dev.greengraph.graphql.message.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.graphql.message.content.ContactCard;
import dev.greengraph.upstream.row.Payload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the formats of vCard allow is read. */
class CardMappingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEL;VALUE=uri;TYPE=\"cell,voice\":tel:+7-000-000-1901 | +7-000-000-1901",
                "TEL;VALUE=URI:tel:+70000001901;ext=12 | +70000001901",
                "TEL;VALUE=uri:TEL:+7%20000 | +7 000",
                "TEL;TYPE=\"work:main\";X-NOTE=\"a;b\":+70000001901 | +70000001901",
                "item2.TEL;waid=70000001901;type=\"CELL\":+7 000 | +7 000",
                "TEL;PREF=1;waid=\"70000001901\": | +70000001901",
                "TEL:+7000\\n 0001901 | +70000001901",
                "TEL;TY\\n PE=CELL:+70000\\n\\t001901 | +70000001901",
                "TEL;CELL;VOICE:+70000001901 | +70000001901",
            })
    void aNumberIsRead(String line, String number) {
        assertEquals(
                List.of(number),
                card("BEGIN:VCARD\nVERSION:4.0\nFN:Ira\n"
                                + line.replace("\\n", "\n").replace("\\t", "\t") + "\nEND:VCARD")
                        .phoneNumbers());
    }

    @Test
    void quotedPrintableIsRead() {
        ContactCard card = card("BEGIN:VCARD\r\nVERSION:2.1\r\n"
                + "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D1=80=D0=\r\n=B0\r\n"
                + "TEL;CELL;ENCODING=QUOTED-PRINTABLE:=2B7000\r\nEND:VCARD");

        assertEquals("Ира", card.displayName());
        assertEquals(List.of("+7000"), card.phoneNumbers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "\u3164", " "})
    void theCardsOwnNameStandsInForOneThatShowsNothing(String displayName) {
        Payload.Contact contact =
                new Payload.Contact(displayName, "BEGIN:VCARD\nVERSION:3.0\nFN:Ira\\, Ltd\nEND:VCARD", null, null);

        assertEquals("Ira, Ltd", CardMapping.of(contact).displayName());
    }

    @Test
    void aCardInsideACardIsSomebodyElses() {
        ContactCard card =
                card("BEGIN:VCARD\nVERSION:2.1\nFN:Ira\nTEL:+1\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Bo\nTEL:+2\n"
                        + "END:VCARD\nEND:VCARD");

        assertEquals("Ira", card.displayName());
        assertEquals(List.of("+1"), card.phoneNumbers());
    }

    @Test
    void aPictureBeforeTheNumberDoesNotHideIt() {
        String picture = "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUFB\n ".repeat(20_000) + "\n";

        assertEquals(
                List.of("+1"),
                card("BEGIN:VCARD\nVERSION:3.0\n" + picture + "TEL:+1\nEND:VCARD")
                        .phoneNumbers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN:VCARD\n",
                "TEL;=:\"\n",
                "TEL;CHARSET=nosuch;ENCODING=QUOTED-PRINTABLE:=ZZ\n",
                "=\n",
                ";:\n",
                "\n ",
                "END:VCARD\n",
                "TEL;X=\"",
                "\u0000\ud83d",
                "TEL:tel:%\n"
            })
    void junkIsBounded(String junk) {
        ContactCard card = card(junk.repeat(3_000_000 / junk.length()));

        assertEquals("", card.displayName());
    }

    @Test
    void theNumbersAreBounded() {
        StringBuilder card = new StringBuilder();
        for (int i = 1; i <= 1000; i++) {
            card.append("TEL:+").append(i).append('\n');
        }

        assertEquals(100, card(card.toString()).phoneNumbers().size());
    }

    private static ContactCard card(String vcard) {
        return CardMapping.of(new Payload.Contact(null, vcard, null, null));
    }
}
