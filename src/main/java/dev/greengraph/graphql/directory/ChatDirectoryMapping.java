package dev.greengraph.graphql.directory;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.chat.ChatConnection;
import dev.greengraph.graphql.chat.ChatEdge;
import dev.greengraph.graphql.paging.CoverageMapping;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.paging.EmptyList;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.paging.Page;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.ChatKind;
import dev.greengraph.graphql.participant.ChatListReading;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.directory.ChatRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a page of the upstream's list of chats. */
final class ChatDirectoryMapping {

    private static final long UNKNOWN = 0;

    private ChatDirectoryMapping() {}

    /**
     * Which chats are wanted.
     *
     * @param kind only these; all if absent
     * @param isArchived only these; all if absent
     * @param first most of a page
     * @param after where the page begins
     */
    record Wanted(
            @Nullable ChatKind kind,
            @Nullable Boolean isArchived,
            int first,
            @Nullable Cursor after) {

        private boolean includes(String chatId, Map<String, ChatRow> listed) {
            return (kind == null || kind == ChatKind.of(new ChatId(chatId)))
                    && (isArchived == null
                            || isArchived.equals(archived(chatId, listed).orElse(false)));
        }
    }

    static ChatConnection page(
            AccountId account,
            String list,
            Reading<Map<String, ChatRow>> reading,
            List<Window> journals,
            Wanted wanted,
            ChatListReading shared) {
        Map<String, ChatRow> listed = reading.value();
        Map<String, Long> activity = lastActivity(listed, journals);
        List<Cursor> chats = activity.entrySet().stream()
                .filter(chat -> wanted.includes(chat.getKey(), listed))
                .map(chat -> new Cursor(list, chat.getValue(), chat.getKey()))
                .sorted(Cursor.NEWEST_FIRST)
                .toList();
        Page<Chat> page = Page.cut(chats, chat -> chat, wanted.first(), wanted.after(), true)
                .map(chat -> new Chat(account, new ChatId(chat.id()), shared));
        return new ChatConnection(
                page.edges(ChatEdge::new),
                page.items(),
                page.info(),
                page.totalCount(),
                FreshnessMapping.of(reading.freshness()),
                CoverageMapping.whole(reading.freshness())
                        .of(page.totalCount(), new EmptyList(account, !activity.isEmpty(), EmptyList.ANYTHING)));
    }

    /** When something was last said in each chat, as far as the held journals tell. */
    private static Map<String, Long> lastActivity(Map<String, ChatRow> listed, List<Window> journals) {
        Map<String, Long> latest = new HashMap<>();
        listed.keySet().forEach(chat -> latest.put(chat, UNKNOWN));
        journals.forEach(window -> window.byChat()
                .forEach((chat, rows) -> latest.merge(chat, rows.get(0).seconds(), Math::max)));
        return latest;
    }

    static @Nullable Boolean isArchived(Chat chat, Map<String, ChatRow> listed) {
        return archived(chat.chatId(), listed).orElse(null);
    }

    private static Optional<Boolean> archived(String chatId, Map<String, ChatRow> listed) {
        return Optional.ofNullable(listed.get(chatId)).map(ChatRow::archive);
    }
}
