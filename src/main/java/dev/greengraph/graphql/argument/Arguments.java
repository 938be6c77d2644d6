package dev.greengraph.graphql.argument;

import dev.greengraph.account.Messenger;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.graphql.error.BadRequest;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;

/** Checks arguments: what is wrong is named with what it must be, before anything is sent upstream. */
public final class Arguments {

    /** Longest page of most lists. */
    public static final int PAGE = 100;
    /** Longest page of messages and of a history. */
    public static final int LONG_PAGE = 500;

    private Arguments() {}

    /** The length of a page. */
    public static int first(int first, int most) {
        return range("first", first, most);
    }

    /** The length of a page before a cursor. */
    public static int last(int last, int most) {
        return range("last", last, most);
    }

    /** How far back, at most 30 days. */
    public static int minutes(int minutes) {
        return range("minutes", minutes, WindowSizes.MOST_MINUTES);
    }

    /** A chat id, if the messenger can have such a one. */
    public static ChatId chatId(String text, Messenger messenger) {
        return ChatId.parse(text, messenger).orElseThrow(() -> new BadRequest("chatId", ChatId.allowed(messenger)));
    }

    /** A message id, if the messenger can have such a one. */
    public static MessageId messageId(String text, Messenger messenger) {
        return messageId("messageId", text, messenger);
    }

    /** The same in an argument of that name. */
    public static MessageId messageId(String argument, String text, Messenger messenger) {
        return MessageId.parse(text, messenger)
                .orElseThrow(() -> new BadRequest(argument, MessageId.allowed(messenger)));
    }

    private static int range(String argument, int value, int most) {
        if (value < 1 || value > most) {
            throw new BadRequest(argument, "between 1 and " + most);
        }
        return value;
    }
}
