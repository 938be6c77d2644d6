package dev.greengraph.startup.warmup;

import java.util.List;

/** What callers ask most, where the operator does not say what they ask: an inbox, a chat, and what is new in all chats. */
final class TypicalQueries {

    private static final String MESSAGE = "__typename id messageId sentAt direction type text deliveryStatus isEdited";

    static final List<String> ALL = List.of(
            "{ account { name chats(first: 20) { nodes { id chatId title kind lastMessage { " + MESSAGE
                    + " } } pageInfo { hasNextPage endCursor } } } }",
            "query Chat($chatId: String!, $first: Int! = 100) { account { chat(chatId: $chatId) { title"
                    + " history(first: $first) { nodes { " + MESSAGE + " } pageInfo { hasNextPage endCursor } } } } }",
            "{ account { messages(first: 50) { nodes { " + MESSAGE + " sender { displayName } chat { id title }"
                    + " quote { text } ... on ImageMessage { caption downloadUrl fileName mimeType } }"
                    + " freshness { state fetchedAt } } } }");

    private TypicalQueries() {}
}
