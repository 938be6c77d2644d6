package dev.greengraph.simulator.world.stream;

import dev.greengraph.simulator.world.cast.Line;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.simulator.world.entry.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Where a chat is in its conversations: says the next line when asked to, then starts another conversation. */
final class Dialogue {

    private final SimulatedChat chat;
    private final List<List<Line>> conversations;
    private final Composer composer;
    private final Random random;
    private List<Line> current = List.of();
    private int position;
    private @Nullable Entry previous;

    Dialogue(SimulatedChat chat, List<List<Line>> conversations, Composer composer, Random random) {
        this.chat = chat;
        this.conversations = conversations;
        this.composer = composer;
        this.random = random;
    }

    /** The entries of the next line; those after the first may lie a little ahead of {@code at}. */
    List<Entry> next(Instant at) {
        if (position == current.size()) {
            current = conversations.get(random.nextInt(conversations.size()));
            position = 0;
        }
        List<Entry> entries = composer.compose(current.get(position++), chat, at, previous);
        previous = entries.get(0);
        return entries;
    }
}
