package dev.greengraph.bench;

import dev.greengraph.account.AccountId;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import java.time.Instant;

/**
 * What a user asks for at some moment, whatever was answered before.
 *
 * @param chat in which chat; null for the inbox
 * @param row SCROLL: the last message of the page before; QUOTE: the quoted message; else null
 * @param isOld QUOTE: whether the message is deeper in its chat than any window that the pages need
 */
record Query(Instant at, AccountId account, Kind kind, ChatId chat, MessageRow row, boolean isOld) {

    /** What users ask for. */
    enum Kind {
        /** The chats of a day with their last messages and titles. */
        INBOX,
        /** The first 50 messages of a chat. */
        OPEN,
        /** The next 50. */
        SCROLL,
        /** One message that another quotes. */
        QUOTE
    }
}
