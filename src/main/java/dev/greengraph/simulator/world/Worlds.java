package dev.greengraph.simulator.world;

import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.ShopCast;
import dev.greengraph.simulator.world.cast.StudioCast;
import dev.greengraph.simulator.world.entry.Entry;
import dev.greengraph.simulator.world.scene.IrregularRows;
import dev.greengraph.simulator.world.scene.Showcase;
import dev.greengraph.simulator.world.scene.StudioShowcase;
import dev.greengraph.simulator.world.scene.Undelivered;
import dev.greengraph.simulator.world.stream.Arrivals;
import dev.greengraph.simulator.world.stream.LongHistory;
import dev.greengraph.simulator.world.stream.Stories;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The two worlds there are: a shop on WhatsApp and a studio on MAX. */
public final class Worlds {

    private static final int LONG_HISTORY = 3200;
    private static final Duration SHOWCASE_BEGAN = Duration.ofHours(4);

    private Worlds() {}

    /** A pottery shop on WhatsApp: three dozen chats, one of them with every kind of message. */
    public static World shop(long seed, Instant start, String mediaUrl) {
        Cast cast = ShopCast.cast(mediaUrl + "/7103000001");
        List<Entry> past =
                new ArrayList<>(LongHistory.of(cast, cast.chat(ShopCast.TALKATIVE), start, LONG_HISTORY, seed + 1));
        past.addAll(Showcase.of(cast, start.minus(SHOWCASE_BEGAN)));
        past.addAll(Undelivered.of(cast, start));
        Stories stories = new Stories(ShopCast.STORYTELLERS, mediaUrl, start, seed + 2);
        return new World(cast, new Arrivals(cast, start, seed), stories, past, IrregularRows.of(past, start));
    }

    /** A dance studio on MAX: a dozen chats, one group with every kind that MAX is expected to have. */
    public static World studio(long seed, Instant start, String mediaUrl) {
        Cast cast = StudioCast.cast(mediaUrl + "/3100000001");
        List<Entry> past = StudioShowcase.of(cast, start.minus(SHOWCASE_BEGAN));
        Stories none = new Stories(List.of(), mediaUrl, start, seed);
        return new World(cast, new Arrivals(cast, start, seed + 3), none, past, List.of());
    }
}
