package dev.greengraph.upstream.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.SingleRow;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the answer of getMessage is about the message asked for. */
class OneMessageTest {

    private static final OneMessage ASKED = new OneMessage(new ChatId("10000001"), new MessageId("2755235290043"));

    @ParameterizedTest
    @CsvSource({
        "10000001, 2755235290043, true",
        // I-25: on MAX a message changes its id.
        "10000001, 115000000000000001, true",
        "900000000000001, 2755235290043, true",
        "'', '', true",
        "'', 115000000000000001, true",
        "10000002, '', true",
        "10000002, 115000000000000001, false",
    })
    void onlyOneOfChatAndIdMayDiffer(String chat, String id, boolean isRead) {
        String entry = "{\"typeMessage\": \"textMessage\", \"timestamp\": 1700000000, \"textMessage\": \"hello\","
                + " \"chatId\": \"" + chat + "\", \"idMessage\": \"" + id + "\"}";
        JsonNode body = RowReader.tree(entry.getBytes(StandardCharsets.UTF_8)).orElseThrow();

        Optional<SingleRow> row = new OneMessage.Reader().read(body, 100, ASKED);

        assertEquals(isRead, row.isPresent());
    }
}
