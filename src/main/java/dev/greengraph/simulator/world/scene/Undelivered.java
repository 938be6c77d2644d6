package dev.greengraph.simulator.world.scene;

import dev.greengraph.simulator.content.Texts;
import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.ShopCast;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.simulator.world.entry.Entry;
import dev.greengraph.simulator.world.entry.EntryContent;
import java.time.Instant;
import java.util.List;

/** Undelivered messages of the shop, one for each reason that the upstream has. */
public final class Undelivered {

    private Undelivered() {}

    public static List<Entry> of(Cast cast, Instant start) {
        Scene toNobody = new Scene(cast, cast.chat("70000009999@c.us"), start.minusSeconds(5400));
        toNobody.outgoing("noAccount", EntryContent.of(Texts.extended("Your order 1040 is ready for pickup")));
        SimulatedChat left = cast.chat(ShopCast.LEFT_GROUP);
        Scene toGroup = new Scene(cast, left, start.minusSeconds(5300));
        toGroup.incoming(left.members().get(0), Texts.plain("Thanks for everything, closing this group soon"));
        toGroup.outgoing("notInGroup", EntryContent.of(Texts.extended("Is anybody still here?")));
        return List.of(toNobody.entries(), toGroup.entries(), refused(cast, start)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Entry> refused(Cast cast, Instant start) {
        Scene scene = new Scene(cast, cast.chat("70000001013@c.us"), start.minusSeconds(5000));
        scene.outgoing("failed", EntryContent.of(Texts.extended("Could you send the address once more?")));
        scene.outgoing("yellowCard", EntryContent.of(Texts.extended("Spring sale: everything blue")));
        scene.outgoing("", EntryContent.of(Texts.extended("Hello? Are you there?")));
        scene.outgoing("pending", EntryContent.of(Texts.extended("Still waiting to be sent")));
        return scene.entries();
    }
}
