package dev.greengraph.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private static final long ACTION = 1_766_001_000;

    @ParameterizedTest
    @CsvSource({
        "1766000990123, 10000000, 1766000990", // the milliseconds of the call
        "2766000990123, 10000000, 1766000990", // the same, its first digit replaced
        "115736638915280903, -70000000000001, 1766000960", // the messenger's own
        "115736638915280903, 70000000001@c.us, 1766001000", // digits by chance
        "0766000990123, 10000000, 1766001000", // no time
        "1000000000000, 10000000, 1766001000", // before any journal
        "1766001000999, 10000000, 1766001000",
        "1766009999000, 10000000, 1766001000", // later than the action: not sent then
        "176600099012, 10000000, 1766001000",
        "3EB0000000000000000001, 10000000, 1766001000",
    })
    void theIdTellsOnMaxWhenItWasSent(String id, String chat, long sentAt) {
        assertEquals(new Moments(sentAt, ACTION), Moments.lastAction(ACTION).asIdTells(id, chat));
    }

    @ParameterizedTest
    @CsvSource({
        "outgoing, outgoing, 1766000990, 1766001000", // the outgoing journal
        "outgoing, incoming, 1766000990, ", // a history
        "incoming, incoming, 1766001000, ",
    })
    void onlyTheOutgoingJournalTellsWhenTheStatusChanged(String type, String list, long sentAt, Long changedAt) {
        String entry = "[{\"type\":\"%s\",\"idMessage\":\"1766000990123\",\"timestamp\":1766001000,\"chatId\":\"1\"}]"
                .formatted(type);

        Rows rows = RowReader.rows(RowReader.tree(entry.getBytes()).orElseThrow(), list, 10);

        assertEquals(new Moments(sentAt, changedAt), rows.rows().get(0).known());
    }
}
