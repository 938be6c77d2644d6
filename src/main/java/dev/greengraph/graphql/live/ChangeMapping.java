package dev.greengraph.graphql.live;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.participant.AnswerMappings;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.live.Change;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import java.util.function.Predicate;

/**
 * Makes the events of one subscription.
 *
 * @param account whose messages
 * @param answers what the execution of an event shows
 * @param wanted which messages; a notice that changes were missed always is
 */
record ChangeMapping(AccountId account, AnswerMappings answers, Predicate<MessageRow> wanted) {

    boolean isWanted(Change change) {
        MessageRow row = change.row();
        return row == null || wanted.test(row);
    }

    MessageChange event(Change change) {
        MessageRow row = change.row();
        return new MessageChange(
                change.position(),
                kind(change.kind()),
                () -> row == null ? null : MessageMapping.of(answers.of(account), row));
    }

    static ChatChange chat(AccountId account, Change change) {
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
