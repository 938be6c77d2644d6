package dev.greengraph.graphql.live;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.participant.AnswerMappings;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.live.Change;
import dev.greengraph.live.ChangeFeeds;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import io.smallrye.mutiny.Multi;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events of one subscription.
 *
 * @param account whose messages
 * @param answers what the execution of an event shows
 * @param wanted which messages; a notice that changes were missed always is
 */
record ChangeMapping(AccountId account, AnswerMappings answers, Predicate<MessageRow> wanted) {

    /**
     * The events of a subscription.
     *
     * @param after the position that it goes on from; absent for a new one
     */
    Multi<MessageChange> events(ChangeFeeds feeds, @Nullable String after) {
        return feeds.changes(account, after, wanted)
                .select()
                .where(this::isWanted)
                .map(this::event);
    }

    private boolean isWanted(Change change) {
        MessageRow row = change.row();
        return row == null || wanted.test(row);
    }

    private MessageChange event(Change change) {
        MessageRow row = change.row();
        return new MessageChange(
                change.position(),
                kind(change.kind()),
                change.position() + ' ' + change.kind() + ' ' + (row == null ? "" : row.place()),
                () -> row == null ? null : MessageMapping.of(answers.of(account), row));
    }

    /** The events of a subscription to chats. */
    static Multi<ChatChange> chats(AccountId account, ChangeFeeds feeds, @Nullable String after) {
        return feeds.changes(account, after, every -> true).map(change -> chat(account, change));
    }

    private static ChatChange chat(AccountId account, Change change) {
        MessageRow row = change.row();
        return new ChatChange(change.position(), row == null ? null : new Chat(account, new ChatId(row.chat())));
    }

    private static ChangeKind kind(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> ChangeKind.ADDED;
            case CHANGED -> ChangeKind.CHANGED;
            case MISSED -> ChangeKind.MISSED;
        };
    }
}
