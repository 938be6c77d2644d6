package dev.greengraph.graphql.chat;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.paging.CoverageMapping;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.paging.EmptyList;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.paging.Page;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.ChatKind;
import dev.greengraph.graphql.participant.ChatListReading;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a list of chats of a window of messages. */
public final class ChatListMapping {

    /** The order of their cursors. */
    private static final Comparator<Map.Entry<String, List<MessageRow>>> NEWEST_FIRST = Comparator.comparingLong(
                    ChatListMapping::seconds)
            .thenComparing(Map.Entry::getKey)
            .reversed();

    private ChatListMapping() {}

    /**
     * The chats with a message in the window, latest activity first.
     *
     * @param kind only these; all if absent
     * @param shared what the chats are shown from
     */
    public static ChatConnection page(
            AccountId account,
            String list,
            @Nullable ChatKind kind,
            int first,
            @Nullable Cursor after,
            ChatListReading shared) {
        Reading<Window> reading = shared.reading();
        List<Map.Entry<String, List<MessageRow>>> chats = reading.value().byChat().entrySet().stream()
                .filter(chat -> kind == null || kind == ChatKind.of(new ChatId(chat.getKey())))
                .sorted(NEWEST_FIRST)
                .toList();
        Page<Chat> page = Page.cut(chats, chat -> cursor(list, chat), first, after, true)
                .map(chat -> new Chat(account, new ChatId(chat.getKey()), shared));
        return new ChatConnection(
                page.edges(ChatEdge::new),
                page.items(),
                page.info(),
                page.totalCount(),
                FreshnessMapping.of(reading.freshness()),
                CoverageMapping.of(reading, shared.span())
                        .of(
                                page.totalCount(),
                                new EmptyList(account, reading.value().entries() > 0, EmptyList.MESSAGES)));
    }

    private static Cursor cursor(String list, Map.Entry<String, List<MessageRow>> chat) {
        return new Cursor(list, seconds(chat), chat.getKey());
    }

    /** When the latest message came. */
    private static long seconds(Map.Entry<String, List<MessageRow>> chat) {
        return chat.getValue().get(0).seconds();
    }
}
