package dev.greengraph.simulator.world;

import dev.greengraph.simulator.content.Texts;
import java.time.Instant;
import java.util.List;

/** Messages of the shop that never arrived, one for each reason the upstream knows. */
final class Undelivered {

    private Undelivered() {}

    static List<Entry> of(Cast cast, Instant start) {
        Scene toNobody = new Scene(cast, cast.chat("70000009999@c.us"), start.minusSeconds(5400));
        toNobody.us("noAccount", Said.of(Texts.extended("Your order 1040 is ready for pickup")));
        Chat left = cast.chat(ShopCast.LEFT_GROUP);
        Scene toGroup = new Scene(cast, left, start.minusSeconds(5300));
        toGroup.them(left.members().get(0), Texts.plain("Thanks for everything, closing this group soon"));
        toGroup.us("notInGroup", Said.of(Texts.extended("Is anybody still here?")));
        return List.of(toNobody.entries(), toGroup.entries(), refused(cast, start)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Entry> refused(Cast cast, Instant start) {
        Scene scene = new Scene(cast, cast.chat("70000001013@c.us"), start.minusSeconds(5000));
        scene.us("failed", Said.of(Texts.extended("Could you send the address once more?")));
        scene.us("yellowCard", Said.of(Texts.extended("Spring sale: everything blue")));
        scene.us("", Said.of(Texts.extended("Hello? Are you there?")));
        scene.us("pending", Said.of(Texts.extended("Still waiting to be sent")));
        return scene.entries();
    }
}
