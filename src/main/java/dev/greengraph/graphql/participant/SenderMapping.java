package dev.greengraph.graphql.participant;

import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sender of a message, and the name a personal chat is shown under. */
public final class SenderMapping {

    private SenderMapping() {}

    /** The id of the sender of an incoming row; in a personal chat without one, of the chat's owner. Null if nobody is named. */
    public static @Nullable String id(MessageRow row) {
        String chatId = row.chatId();
        if (row.senderId() != null || chatId == null) {
            return row.senderId();
        }
        return new ChatId(chatId).kind() == ChatId.Kind.PERSONAL ? chatId : null;
    }

    /**
     * The best name that the rows of a personal chat hold, newest first; null for a group or without a name. The owner may
     * write under another kind of id than the chat's (LID): messages under the chat's own id come first.
     */
    public static @Nullable String title(ChatId chat, List<MessageRow> rows) {
        if (chat.kind() == ChatId.Kind.GROUP) {
            return null;
        }
        String name = name(chat, rows, MessageRow::senderContactName);
        return name == null ? name(chat, rows, MessageRow::senderName) : name;
    }

    private static @Nullable String name(
            ChatId chat, List<MessageRow> rows, Function<MessageRow, @Nullable String> nameOf) {
        String underOtherId = null;
        for (MessageRow row : rows) {
            boolean isUnderOwnId = chat.value().equals(row.senderId());
            if (isUnderOwnId || (underOtherId == null && isOwner(chat, row.senderId()))) {
                String name = VisibleName.of(nameOf.apply(row));
                if (name != null && isUnderOwnId) {
                    return name;
                }
                underOtherId = name == null ? underOtherId : name;
            }
        }
        return underOtherId;
    }

    /** The number of a personal chat whose owner is in the rows; null for a group or an unseen owner. */
    public static @Nullable String number(ChatId chat, List<MessageRow> rows) {
        if (chat.kind() != ChatId.Kind.GROUP) {
            for (MessageRow row : rows) {
                if (isOwner(chat, row.senderId()) && !"outgoing".equals(row.type())) {
                    return chat.number();
                }
            }
        }
        return null;
    }

    private static boolean isOwner(ChatId chat, @Nullable String senderId) {
        return senderId == null
                || senderId.equals(chat.value())
                || senderId.endsWith("@lid") != chat.value().endsWith("@lid");
    }
}
