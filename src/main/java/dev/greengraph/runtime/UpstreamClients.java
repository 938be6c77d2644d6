package dev.greengraph.runtime;

import dev.greengraph.account.Account;
import dev.greengraph.cache.UpstreamCalls;
import dev.greengraph.upstream.CallWatch;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.HistoryClient;
import dev.greengraph.upstream.IncomingClient;
import dev.greengraph.upstream.MessageClient;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.OutgoingClient;
import dev.greengraph.upstream.StatusesClient;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.SingleRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.Dependent;

/** The five clients, one per endpoint. */
@Dependent
record UpstreamClients(
        IncomingClient incoming,
        OutgoingClient outgoing,
        HistoryClient history,
        MessageClient message,
        StatusesClient statuses)
        implements UpstreamCalls {

    @Override
    public Uni<Rows> incoming(Account account, int minutes, CallWatch watch) {
        return incoming.incoming(account, minutes, watch);
    }

    @Override
    public Uni<Rows> outgoing(Account account, int minutes, CallWatch watch) {
        return outgoing.outgoing(account, minutes, watch);
    }

    @Override
    public Uni<Rows> history(Account account, ChatId chat, int count, CallWatch watch) {
        return history.latest(account, chat, count, watch);
    }

    @Override
    public Uni<SingleRow> message(Account account, ChatId chat, MessageId id, CallWatch watch) {
        return message.message(account, chat, id, watch);
    }

    @Override
    public Uni<Rows> statuses(Account account, int minutes, CallWatch watch) {
        return statuses.statuses(account, minutes, watch);
    }
}
