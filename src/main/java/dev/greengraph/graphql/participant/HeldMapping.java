package dev.greengraph.graphql.participant;

import dev.greengraph.cache.fold.FoldIndex;
import dev.greengraph.cache.window.Window;
import dev.greengraph.upstream.row.MessageRow;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is held about the messages of an account, for one answer: nothing is asked for it. The windows of a chat are looked
 * up when the first of its messages is asked about, and stay those until the answer is complete.
 */
public final class HeldMapping {

    private static final Comparator<MessageRow> OLDEST_FIRST =
            Comparator.comparing(MessageRow::seconds).thenComparing(MessageRow::place);

    private final Function<String, List<Window>> held;
    private final Map<String, List<Window>> byChat = new ConcurrentHashMap<>();

    /** @param held looks up the windows in which messages of a chat may be, newest first */
    HeldMapping(Function<String, List<Window>> held) {
        this.held = held;
    }

    /** The rows about a message: its edits, deletions, reactions, votes and quotes, each once, oldest first. */
    public List<MessageRow> about(String chatId, String messageId) {
        Map<String, MessageRow> unique = Map.of();
        for (Window window : windows(chatId)) {
            for (MessageRow row : window.once(FoldIndex.class, FoldIndex::new).about(chatId, messageId)) {
                unique = unique.isEmpty() ? new LinkedHashMap<>() : unique;
                unique.putIfAbsent(row.place(), row);
            }
        }
        return unique.isEmpty()
                ? List.of()
                : unique.values().stream().sorted(OLDEST_FIRST).toList();
    }

    /** A message as the newest window shows it that holds it. */
    public Optional<MessageRow> find(String chatId, String messageId) {
        return windows(chatId).stream()
                .flatMap(window -> window.find(chatId, messageId).stream())
                .findFirst();
    }

    /** A message as it was before any edit, if some window shows that. */
    public Optional<MessageRow> unedited(MessageRow row) {
        return windows(row.chat()).stream()
                .flatMap(window -> row.idMessage() == null
                        ? Optional.<MessageRow>empty().stream()
                        : window.find(row.chat(), row.idMessage(), row.isOutgoing()).stream())
                .flatMap(found -> Optional.ofNullable(found.isEdited() ? found.unedited() : found).stream())
                .findFirst();
    }

    private List<Window> windows(String chatId) {
        List<Window> known = byChat.get(chatId);
        return known == null ? byChat.computeIfAbsent(chatId, held) : known;
    }
}
