package dev.greengraph.simulator.world.stream;

import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.simulator.world.entry.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The stream of everyday messages of an account, from thirty days before the start of the simulator without end.
 *
 * <p>The stream is fixed by seed and start; time only decides how much of it has arrived. It gets denser towards the
 * start (a message in half an hour, then in four minutes) and afterwards brings one every 20 to 40 seconds.
 */
public final class Arrivals {

    private static final Duration PAST = Duration.ofDays(30);

    private final Instant start;
    private final Random random;
    private final List<Dialogue> dialogues;
    private final Sequels sequels;
    private Instant next;

    public Arrivals(Cast cast, Instant start, long seed) {
        this.start = start;
        this.random = new Random(seed);
        this.dialogues = dialogues(cast, random);
        this.sequels = new Sequels(cast, start, seed + 7);
        this.next = start.minus(PAST);
    }

    /** Hands over everything that arrived up to now and was not handed over before. */
    public void arriveUntil(Instant now, Consumer<Entry> journal) {
        sequels.arriveUntil(now, journal);
        while (!next.isAfter(now)) {
            dialogues.get(random.nextInt(dialogues.size())).next(next).forEach(journal);
            next = next.plusMillis(gapMillis(Duration.between(next, start)));
        }
    }

    private int gapMillis(Duration beforeStart) {
        if (beforeStart.compareTo(Duration.ofDays(2)) > 0) {
            return between(900_000, 2_700_000);
        }
        return beforeStart.compareTo(Duration.ofHours(1)) > 0 ? between(120_000, 360_000) : between(20_000, 40_000);
    }

    private int between(int low, int high) {
        return low + random.nextInt(high - low);
    }

    /** A chat of weight three stands in the list three times. */
    private static List<Dialogue> dialogues(Cast cast, Random random) {
        Composer composer = new Composer(cast, random);
        List<Dialogue> dialogues = new ArrayList<>();
        for (SimulatedChat chat : cast.chats()) {
            Dialogue dialogue = new Dialogue(chat, cast.talk().in(chat), composer, random);
            for (int i = 0; i < chat.weight(); i++) {
                dialogues.add(dialogue);
            }
        }
        return dialogues;
    }
}
