package dev.greengraph.graphql.chat;

import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.participant.SenderMapping;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The name a chat is shown under. */
final class TitleMapping {

    private TitleMapping() {}

    /**
     * The best name in the newest window that holds one, else the number, as for the display name of a sender; null for a
     * group or an unseen chat.
     */
    static @Nullable String of(ChatId chat, List<Window> newestFirst) {
        return first(newestFirst, rows -> SenderMapping.title(chat, rows), chat)
                .or(() -> first(newestFirst, rows -> SenderMapping.number(chat, rows), chat))
                .orElse(null);
    }

    private static Optional<String> first(
            List<Window> windows, Function<List<MessageRow>, @Nullable String> name, ChatId chat) {
        return windows.stream()
                .map(window -> name.apply(window.ofChat(chat.value())))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
