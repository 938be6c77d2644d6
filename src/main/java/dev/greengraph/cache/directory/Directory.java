package dev.greengraph.cache.directory;

import dev.greengraph.upstream.row.directory.ChatRow;
import dev.greengraph.upstream.row.directory.ContactRow;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names that the account's lists give to chats.
 *
 * @param chats the upstream's list of chats, by id; empty if it is not held
 * @param contacts the address book, by id; empty if it is not held
 */
public record Directory(Map<String, ChatRow> chats, Map<String, ContactRow> contacts) {

    /** Nothing is held. */
    public static final Directory EMPTY = new Directory(Map.of(), Map.of());

    /** The name of a group, or of a person as the account knows them; null if no list tells it. */
    public @Nullable String name(String chatId) {
        ContactRow contact = contacts.get(chatId);
        return Stream.of(
                        Optional.ofNullable(contact).map(ContactRow::contactName),
                        Optional.ofNullable(chats.get(chatId)).map(ChatRow::name),
                        Optional.ofNullable(contact).map(ContactRow::name))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }
}
