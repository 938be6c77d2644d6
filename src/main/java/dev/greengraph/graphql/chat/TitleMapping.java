package dev.greengraph.graphql.chat;

import dev.greengraph.graphql.message.SenderMapping;
import dev.greengraph.journal.Window;
import dev.greengraph.upstream.ChatId;
import org.jspecify.annotations.Nullable;

/** Under which name a chat is shown. */
final class TitleMapping {

    private TitleMapping() {}

    static @Nullable String of(ChatId chat, Window incoming) {
        return SenderMapping.title(chat, incoming.ofChat(chat.value()));
    }
}
