package dev.greengraph.graphql.participant;

import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a list of chats was made of: its chats are shown from the same reading, without looking it up for each of them. */
public final class ChatListReading {

    /** Of a chat that is in no list. */
    static final ChatListReading NONE = new ChatListReading(0, null, List::of);

    private final int minutes;
    private final @Nullable Reading<Window> window;
    private final Supplier<List<Window>> heldNames;
    private volatile @Nullable List<Window> names;

    private ChatListReading(int minutes, @Nullable Reading<Window> window, Supplier<List<Window>> heldNames) {
        this.minutes = minutes;
        this.window = window;
        this.heldNames = heldNames;
    }

    /**
     * The reading of a list.
     *
     * @param minutes how far it goes back
     * @param heldNames looks up the windows that are held for the names of chats, newest first
     */
    public static ChatListReading of(int minutes, Reading<Window> window, Supplier<List<Window>> heldNames) {
        return new ChatListReading(minutes, window, heldNames);
    }

    /** The window of the list, if it goes back as far as is wanted, and no farther. */
    public Optional<Reading<Window>> window(int wantedMinutes) {
        return wantedMinutes == minutes ? Optional.ofNullable(window) : Optional.empty();
    }

    /** The windows that name chats, newest first, looked up once; empty if none is held. */
    public List<Window> names() {
        List<Window> known = names;
        if (known == null) {
            known = heldNames.get();
            names = known;
        }
        return known;
    }
}
