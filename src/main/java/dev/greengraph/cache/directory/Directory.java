package dev.greengraph.cache.directory;

import dev.greengraph.upstream.row.directory.ChatRow;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names that the account's lists give to chats.
 *
 * @param chats the upstream's list of chats, by id; empty if it is not held
 */
public record Directory(Map<String, ChatRow> chats) {

    /** Nothing is held. */
    public static final Directory EMPTY = new Directory(Map.of());

    /** The name of a group, or of a person as the account knows them; null if no list tells it. */
    public @Nullable String name(String chatId) {
        return Optional.ofNullable(chats.get(chatId)).map(ChatRow::name).orElse(null);
    }
}
