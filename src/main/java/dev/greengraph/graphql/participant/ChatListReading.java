package dev.greengraph.graphql.participant;

import dev.greengraph.cache.Reading;
import dev.greengraph.cache.directory.Directory;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.upstream.ChatId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a list of chats was made of: its chats are shown from the same reading, without looking it up for each of them. */
public final class ChatListReading {

    /** Of a chat that is in no list. */
    static final ChatListReading NONE = new ChatListReading(Span.day(), null, List::of, null);

    private final Span span;
    private final @Nullable Reading<Window> window;
    private final Supplier<List<Window>> heldNames;
    private final @Nullable Supplier<Directory> heldDirectory;
    private volatile @Nullable List<Window> names;
    private volatile @Nullable Directory directory;

    private ChatListReading(
            Span span,
            @Nullable Reading<Window> window,
            Supplier<List<Window>> heldNames,
            @Nullable Supplier<Directory> heldDirectory) {
        this.span = span;
        this.window = window;
        this.heldNames = heldNames;
        this.heldDirectory = heldDirectory;
    }

    /**
     * The reading of a list that was made of a window.
     *
     * @param span of which time it is
     * @param window cut to that time
     * @param heldNames looks up the windows that are held for the names of chats, newest first
     * @param heldDirectory looks up the account's lists that are held
     */
    public static ChatListReading of(
            Span span, Reading<Window> window, Supplier<List<Window>> heldNames, Supplier<Directory> heldDirectory) {
        return new ChatListReading(span, window, heldNames, heldDirectory);
    }

    /** The reading of the upstream's own list of chats, which is no window. */
    public static ChatListReading of(Supplier<List<Window>> heldNames, Supplier<Directory> heldDirectory) {
        return new ChatListReading(Span.day(), null, heldNames, heldDirectory);
    }

    /** Of which time the list is; without a list the last day. */
    public Span span() {
        return span;
    }

    /** What the list was made of; fails without a list. */
    public Reading<Window> reading() {
        return Objects.requireNonNull(window);
    }

    /** The window of the list, if it is of exactly that time. */
    public Optional<Reading<Window>> window(Span wanted) {
        return wanted.equals(span) ? Optional.ofNullable(window) : Optional.empty();
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

    /** The account's lists as far as they are held, looked up once; absent for a chat that is in no list. */
    public Optional<Directory> directory() {
        Directory known = directory;
        if (known == null && heldDirectory != null) {
            known = heldDirectory.get();
            directory = known;
        }
        return Optional.ofNullable(known);
    }

    /** Whether one of these lists names that chat. */
    public boolean isNamed(ChatId chat) {
        return directory()
                .map(held -> VisibleName.of(held.name(chat.value())) != null)
                .orElse(false);
    }
}
