package dev.greengraph.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of the shop's answers that are no whole messages: the irregularities seen in real journals. */
final class LooseRows {

    private LooseRows() {}

    /** @param past messages of which one incoming and one outgoing is repeated */
    static List<LooseRow> of(List<Entry> past, Instant start) {
        List<LooseRow> rows = new ArrayList<>();
        rows.add(empty(Showcase.CHAT, start.minusSeconds(14_500)));
        rows.add(empty(LooseRow.OUTGOING, start.minusSeconds(5100)));
        rows.add(new LooseRow(
                LooseRow.OUTGOING,
                start.minusSeconds(5110),
                row -> row.put("type", "outgoing")
                        .put("idMessage", "3EB05C0000000000000915")
                        .put("timestamp", start.minusSeconds(5110).getEpochSecond())));
        rows.add(block(start.minusSeconds(5200)));
        rows.add(repeated(past, false));
        rows.add(repeated(past, true));
        return rows;
    }

    private static LooseRow empty(String place, Instant at) {
        return new LooseRow(place, at, row -> row.put("type", "outgoing").put("typeMessage", ""));
    }

    /** Somebody blocked the account: neither an id nor a name. */
    private static LooseRow block(Instant at) {
        return new LooseRow(
                LooseRow.INCOMING,
                at,
                row -> row.put("type", "incoming")
                        .put("typeMessage", "incomingBlock")
                        .put("timestamp", at.getEpochSecond())
                        .put("chatId", "10000000000@c.us")
                        .put("senderId", "10000000000@c.us")
                        .put("chatState", "blocked"));
    }

    /** A message of the showcase that a journal carries twice; an outgoing one in an earlier state. */
    private static LooseRow repeated(List<Entry> past, boolean outgoing) {
        Entry entry = past.stream()
                .filter(each -> each.chat().id().equals(Showcase.CHAT) && each.isOutgoing() == outgoing)
                .findFirst()
                .orElseThrow();
        ObjectNode written = EntryWriter.write(entry, entry.at());
        if (outgoing) {
            written.put("statusMessage", "sent");
        }
        return new LooseRow(
                outgoing ? LooseRow.OUTGOING : LooseRow.INCOMING, entry.at(), row -> row.setAll(written.deepCopy()));
    }
}
