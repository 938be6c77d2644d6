package dev.greengraph.graphql.participant;

import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sender of a message, and the name a personal chat is shown under. */
public final class SenderMapping {

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

    /** The best name that the rows of a personal chat hold, newest first; null for a group or without a name. */
    public static @Nullable String title(ChatId chat, List<MessageRow> rows) {
        List<MessageRow> owned = ofOwner(chat, rows);
        return named(owned, MessageRow::senderContactName)
                .or(() -> named(owned, MessageRow::senderName))
                .orElse(null);
    }

    /** The number of a personal chat whose owner is in the rows; null for a group or an unseen owner. */
    public static @Nullable String number(ChatId chat, List<MessageRow> rows) {
        return ofOwner(chat, rows).stream().anyMatch(row -> !"outgoing".equals(row.type())) ? chat.number() : null;
    }

    /** Messages of the owner, who may write under another kind of id than the chat's (LID): those under its own first. */
    private static List<MessageRow> ofOwner(ChatId chat, List<MessageRow> rows) {
        if (chat.kind() == ChatId.Kind.GROUP) {
            return List.of();
        }
        return rows.stream()
                .filter(row -> isOwner(chat, row.senderId()))
                .sorted(Comparator.comparing(row -> !chat.value().equals(row.senderId())))
                .toList();
    }

    private static boolean isOwner(ChatId chat, @Nullable String senderId) {
        return senderId == null
                || senderId.equals(chat.value())
                || senderId.endsWith("@lid") != chat.value().endsWith("@lid");
    }

    private static Optional<String> named(List<MessageRow> rows, Function<MessageRow, @Nullable String> name) {
        return rows.stream()
                .map(row -> VisibleName.of(name.apply(row)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Optional<String> name(MessageRow row) {
        return Optional.ofNullable(VisibleName.of(row.senderContactName()))
                .or(() -> Optional.ofNullable(VisibleName.of(row.senderName())));
    }
}
