package dev.greengraph.graphql.chat;

import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.participant.SenderMapping;
import dev.greengraph.upstream.ChatId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Under which name a chat is shown. */
final class TitleMapping {

    private TitleMapping() {}

    /** The best name in the newest window that knows one; null for a group or an unseen chat. */
    static @Nullable String of(ChatId chat, List<Window> newestFirst) {
        return newestFirst.stream()
                .map(window -> SenderMapping.title(chat, window.ofChat(chat.value())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
