package dev.greengraph.simulator.world.stream;

import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.simulator.world.entry.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The past of one talkative chat: a few thousand messages over four months before the start. */
public final class LongHistory {

    private static final Duration PAST = Duration.ofDays(120);

    private LongHistory() {}

    /** The messages, oldest first; the newest is some minutes older than the start. */
    public static List<Entry> of(Cast cast, SimulatedChat chat, Instant start, int count, long seed) {
        Random random = new Random(seed);
        Dialogue dialogue = new Dialogue(chat, cast.talk().in(chat), new Composer(cast, random), random);
        long step = PAST.toMillis() / count;
        List<Entry> entries = new ArrayList<>();
        for (int i = count; i > 0; i--) {
            entries.addAll(dialogue.next(start.minusMillis(i * step - random.nextInt((int) step / 2))));
        }
        return entries;
    }
}
