package dev.greengraph.cache;

import dev.greengraph.account.Account;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.SingleRow;
import io.smallrye.mutiny.Uni;

/**
 * What a journal can ask the upstream, one call each. The clients need a container and a wire; a journal does not need to
 * know.
 */
public interface UpstreamCalls {

    /** What all chats received in the last minutes. */
    Uni<Rows> incoming(Account account, int minutes, CallListener watch);

    /** What was sent to all chats in the last minutes. */
    Uni<Rows> outgoing(Account account, int minutes, CallListener watch);

    /** The newest messages of one chat. */
    Uni<Rows> history(Account account, ChatId chat, int count, CallListener watch);

    /** One message. */
    Uni<SingleRow> message(Account account, ChatId chat, MessageId id, CallListener watch);

    /** Statuses of contacts in the last minutes. */
    Uni<Rows> statuses(Account account, int minutes, CallListener watch);
}
