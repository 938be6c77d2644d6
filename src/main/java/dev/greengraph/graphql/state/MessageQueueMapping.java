package dev.greengraph.graphql.state;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.Reading;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.account.QueuedRow;
import java.util.List;

/** Shows what waits to be sent. */
final class MessageQueueMapping {

    private MessageQueueMapping() {}

    static MessageQueue of(AccountId account, Reading<List<QueuedRow>> reading, int first) {
        return new MessageQueue(
                reading.value().size(),
                reading.value().stream()
                        .limit(first)
                        .map(row -> message(account, row))
                        .toList(),
                FreshnessMapping.of(reading.freshness()));
    }

    private static QueuedMessage message(AccountId account, QueuedRow row) {
        String chat = row.chatId();
        return new QueuedMessage(
                row.messageId(), row.type(), chat == null ? null : new Chat(account, new ChatId(chat)), row.text());
    }
}
