package dev.greengraph.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.wire.ControlFields;
import dev.greengraph.simulator.world.World;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Adds messages to the simulated accounts and changes how far outgoing ones got. */
public final class WorldControl {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_ID = 100;
    private static final List<String> STATES =
            List.of("pending", "sent", "delivered", "read", "failed", "noAccount", "notInGroup", "yellowCard");

    private final Map<String, World> worlds;
    private final Clock clock;

    /** @param worlds by the name of their account */
    public WorldControl(Map<String, World> worlds, Clock clock) {
        this.worlds = new TreeMap<>(worlds);
        this.clock = clock;
    }

    /** The message as the upstream shows it. */
    ObjectNode addMessage(String body) {
        ControlFields fields = ControlFields.read(body, Set.of("account", "chatId", "text", "outgoing"));
        World world = world(fields);
        String chatId = fields.text("chatId", LONGEST_ID);
        String text = fields.text("text", LONGEST_TEXT);
        return fields.flag("outgoing")
                ? world.addOutgoing(chatId, text, clock.instant())
                : world.addIncoming(chatId, text, clock.instant());
    }

    /** The message as the upstream shows it from now on. */
    ObjectNode changeDelivery(String body) {
        ControlFields fields = ControlFields.read(body, Set.of("account", "idMessage", "state"));
        return world(fields)
                .changeDelivery(
                        fields.text("idMessage", LONGEST_ID), fields.required("state", STATES), clock.instant());
    }

    private World world(ControlFields fields) {
        return Objects.requireNonNull(worlds.get(fields.required("account", worlds.keySet())));
    }
}
