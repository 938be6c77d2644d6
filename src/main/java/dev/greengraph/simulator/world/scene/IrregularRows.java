package dev.greengraph.simulator.world.scene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.world.cast.ShopCast;
import dev.greengraph.simulator.world.entry.Entry;
import dev.greengraph.simulator.world.entry.EntryWriter;
import dev.greengraph.simulator.world.entry.IrregularRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows of the shop that are duplicates or incomplete, as seen in real journals. */
public final class IrregularRows {

    private IrregularRows() {}

    /** @param past messages; one incoming and one outgoing of them is duplicated */
    public static List<IrregularRow> of(List<Entry> past, Instant start) {
        List<IrregularRow> rows = new ArrayList<>();
        rows.add(empty(ShopCast.SHOWCASE, start.minusSeconds(14_500)));
        rows.add(empty(IrregularRow.OUTGOING, start.minusSeconds(5100)));
        rows.add(new IrregularRow(
                IrregularRow.OUTGOING,
                start.minusSeconds(5110),
                row -> row.put("type", "outgoing")
                        .put("idMessage", "3EB05C0000000000000915")
                        .put("timestamp", start.minusSeconds(5110).getEpochSecond())));
        rows.add(block(start.minusSeconds(5200)));
        rows.add(repeated(past, false));
        rows.add(repeated(past, true));
        return rows;
    }

    private static IrregularRow empty(String place, Instant at) {
        return new IrregularRow(place, at, row -> row.put("type", "outgoing").put("typeMessage", ""));
    }

    /** A contact blocked the account: a row without id and name. */
    private static IrregularRow block(Instant at) {
        return new IrregularRow(
                IrregularRow.INCOMING,
                at,
                row -> row.put("type", "incoming")
                        .put("typeMessage", "incomingBlock")
                        .put("timestamp", at.getEpochSecond())
                        .put("chatId", "10000000000@c.us")
                        .put("senderId", "10000000000@c.us")
                        .put("chatState", "blocked"));
    }

    /** A message of the showcase that a journal holds twice; the outgoing duplicate has an earlier delivery state. */
    private static IrregularRow repeated(List<Entry> past, boolean outgoing) {
        Entry entry = past.stream()
                .filter(each -> each.chat().id().equals(ShopCast.SHOWCASE) && each.isOutgoing() == outgoing)
                .findFirst()
                .orElseThrow();
        ObjectNode written = EntryWriter.write(entry, entry.at());
        if (outgoing) {
            written.put("statusMessage", "sent");
        }
        return new IrregularRow(
                outgoing ? IrregularRow.OUTGOING : IrregularRow.INCOMING,
                entry.at(),
                row -> row.setAll(written.deepCopy()));
    }
}
