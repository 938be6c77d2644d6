package dev.greengraph.upstream.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as JSON, and what counts as an entry. */
class RowReaderTest {

    private static final String WHOLE =
            new String(Samples.bytes("last-outgoing-messages/whatsapp-every-delivery"), StandardCharsets.UTF_8);

    // I-01
    @Test
    void trailingCommasAreAccepted() {
        String withCommas = WHOLE.replaceAll("\\n  }", ",\n  }").replaceAll("\\n]", ",\n]");

        assertEquals(Samples.list(WHOLE).rows(), Samples.list(withCommas).rows());
    }

    // I-01
    @Test
    void commentsAreAccepted() {
        String withComments = WHOLE.replaceFirst("\\[", "[ // the newest first\n");

        assertEquals(Samples.list(WHOLE).rows(), Samples.list(withComments).rows());
    }

    // I-01, I-02: there is no telling what else is wrong with such a body
    @Test
    void whatBreaksTheListItselfIsRefused() {
        assertRefused(WHOLE.replaceFirst("},", "}"));
        assertRefused(WHOLE.replaceFirst("},", "},,"));
        assertRefused(WHOLE.replaceFirst("]\\s*$", ""));
        assertRefused(WHOLE + "]");
        assertRefused(WHOLE + WHOLE);
        assertRefused(WHOLE.replaceFirst("\"type\": ", "type: "));
        assertRefused(WHOLE.substring(0, WHOLE.length() / 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "{", "<html></html>", "Forbidden", "// nothing"})
    void whatIsNotJsonIsRefused(String body) {
        assertRefused(body);
    }

    @Test
    void nestingHasAnEnd() {
        assertTrue(RowReader.tree(utf8("[".repeat(100) + "]".repeat(100))).isPresent());
        assertRefused("[".repeat(101) + "]".repeat(101));
        assertRefused("[".repeat(100_000));
    }

    @Test
    void entriesThatAreNoObjectsAreCounted() {
        Rows rows = Samples.list("[null, 5, 'x', [], {'idMessage': 'A'}, true, {}]".replace('\'', '"'));

        assertEquals(5, rows.unreadable());
        assertEquals(7, rows.entries());
        assertEquals(
                List.of("A", "null"),
                rows.rows().stream().map(row -> "" + row.idMessage()).toList());
    }

    @Test
    void theSizeIsThatOfTheBody() {
        assertEquals(2, Samples.list("[]").bytes());
    }

    // I-06
    @Test
    void anEntryWithoutATypeIsOfItsJournal() {
        byte[] body = utf8("[{}, {\"type\": \"\"}, {\"type\": \"incoming\"}]");

        List<MessageRow> rows = Samples.rows(body, "outgoing").rows();

        assertEquals(
                List.of("outgoing", "outgoing", "incoming"),
                rows.stream().map(MessageRow::type).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1766000000, 1766000000",
        "'\"1766000000\"', 1766000000",
        "1766000000.9, 1766000000",
        "0, 0",
        "253402300799, 253402300799",
        "253402300800, ",
        "1766000000000, ",
        "-1, ",
        "1e300, ",
        "18446744073709551617, ",
        "18446744075475551616, ",
        "'\"18446744073709551617\"', ",
        "'\"yesterday\"', ",
        "'\"\"', ",
        "null, ",
        "true, ",
        "[1766000000], ",
        "{}, ",
    })
    void anAbsurdTimeIsAbsent(String written, Long read) {
        MessageRow row = Samples.row("{'idMessage': 'A', 'chatId': '1@c.us', 'timestamp': " + written + "}");

        assertEquals(read, row.timestamp());
        assertEquals(read != null, row.isComplete());
        assertEquals("A", row.idMessage());
    }

    // I-27
    @ParameterizedTest
    @CsvSource({
        "'\"115736628436664327\"', 115736628436664327",
        "115736628436664327, 115736628436664327",
        "-70000000000001, -70000000000001",
        "999999999999999999999999, 999999999999999999999999",
        "'\"\"', ",
        "null, ",
        "true, ",
        "[1], ",
        "{}, ",
    })
    void idsAreTextHoweverTheyAreWritten(String written, String read) {
        MessageRow row = Samples.row("{'idMessage': %1$s, 'chatId': %1$s, 'senderId': %1$s}".formatted(written));

        assertEquals(read, row.idMessage());
        assertEquals(read, row.chatId());
        assertEquals(read, row.senderId());
    }

    @Test
    void marksAreFalseUnlessTheySayTrue() {
        assertTrue(Samples.row("{'isEdited': true}").isEdited());
        assertFalse(Samples.row("{'isEdited': null, 'isDeleted': {}}").isEdited());
        assertFalse(Samples.row("{'isEdited': null, 'isDeleted': {}}").isDeleted());
        assertNull(Samples.row("{'sendByApi': 'yes'}").sendByApi());
    }

    private static void assertRefused(String body) {
        assertTrue(RowReader.tree(utf8(body)).isEmpty(), body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
