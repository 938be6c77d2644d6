package dev.greengraph.graphql.participant;

import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who sent something, and under which name a chat is shown. */
public final class SenderMapping {

    /** A name that people choose in order to have none. */
    private static final String NO_NAME = ".";

    private SenderMapping() {}

    /** The sender of an incoming row; in a personal chat without one, the chat's owner. Null if nobody is named. */
    public static @Nullable Sender of(MessageRow row) {
        String senderId = id(row);
        if (senderId == null) {
            return null;
        }
        String name = name(row).orElseGet(() -> new ChatId(senderId).number());
        return new Sender(senderId, row.senderName(), row.senderContactName(), name);
    }

    /** The id of that sender; null if nobody is named. */
    public static @Nullable String id(MessageRow row) {
        String chatId = row.chatId();
        if (row.senderId() != null || chatId == null) {
            return row.senderId();
        }
        return new ChatId(chatId).kind() == ChatId.Kind.PERSONAL ? chatId : null;
    }

    /** The best name that the rows of a personal chat know, newest first; null for a group or without a name. */
    public static @Nullable String title(ChatId chat, List<MessageRow> rows) {
        if (chat.kind() == ChatId.Kind.GROUP) {
            return null;
        }
        // The owner may write under another kind of id than the chat's (LID); rows under the chat's own id come first.
        List<MessageRow> ownFirst = rows.stream()
                .filter(row -> isOwner(chat, row.senderId()))
                .sorted(Comparator.comparing(row -> !chat.value().equals(row.senderId())))
                .toList();
        return named(ownFirst, MessageRow::senderContactName)
                .or(() -> named(ownFirst, MessageRow::senderName))
                .orElse(null);
    }

    private static boolean isOwner(ChatId chat, @Nullable String senderId) {
        return senderId == null
                || senderId.equals(chat.value())
                || senderId.endsWith("@lid") != chat.value().endsWith("@lid");
    }

    private static Optional<String> named(List<MessageRow> rows, Function<MessageRow, @Nullable String> name) {
        return rows.stream().map(name).filter(SenderMapping::isName).findFirst();
    }

    private static Optional<String> name(MessageRow row) {
        return Optional.ofNullable(row.senderContactName())
                .filter(SenderMapping::isName)
                .or(() -> Optional.ofNullable(row.senderName()).filter(SenderMapping::isName));
    }

    private static boolean isName(@Nullable String name) {
        return name != null && !NO_NAME.equals(name);
    }
}
