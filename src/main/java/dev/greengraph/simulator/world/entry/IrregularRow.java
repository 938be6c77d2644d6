package dev.greengraph.simulator.world.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A row that a journal carries although it is no whole message: an empty or half-filled entry, a repeated one, a block.
 *
 * @param place the journal it appears in: a chat id for that chat's history, or {@link #INCOMING}, {@link #OUTGOING}
 * @param at where it stands among the others
 * @param keys adds its keys
 */
public record IrregularRow(String place, Instant at, Consumer<ObjectNode> keys) {

    public static final String INCOMING = "incoming journal";
    public static final String OUTGOING = "outgoing journal";

    public ObjectNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        keys.accept(node);
        return node;
    }
}
