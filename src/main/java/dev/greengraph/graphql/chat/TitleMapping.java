package dev.greengraph.graphql.chat;

import dev.greengraph.cache.directory.Directory;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.participant.SenderMapping;
import dev.greengraph.graphql.participant.VisibleName;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The name a chat is shown under. */
final class TitleMapping {

    private TitleMapping() {}

    /**
     * The best name in the newest window that holds one, else that of the account's lists, else the number, as for the
     * display name of a sender; null for an unseen chat.
     */
    static @Nullable String of(ChatId chat, List<Window> newestFirst, Directory directory) {
        String name = first(newestFirst, SenderMapping::title, chat);
        String listed = name == null ? VisibleName.of(directory.name(chat.value())) : name;
        return listed == null ? first(newestFirst, SenderMapping::number, chat) : listed;
    }

    private static @Nullable String first(
            List<Window> windows, BiFunction<ChatId, List<MessageRow>, @Nullable String> name, ChatId chat) {
        for (Window window : windows) {
            String found = name.apply(chat, window.ofChat(chat.value()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
