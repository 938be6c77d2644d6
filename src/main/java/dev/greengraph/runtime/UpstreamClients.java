package dev.greengraph.runtime;

import dev.greengraph.account.Account;
import dev.greengraph.cache.UpstreamCalls;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.endpoint.HistoryClient;
import dev.greengraph.upstream.endpoint.IncomingClient;
import dev.greengraph.upstream.endpoint.MessageClient;
import dev.greengraph.upstream.endpoint.OutgoingClient;
import dev.greengraph.upstream.endpoint.StatusesClient;
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
    public Uni<Rows> incoming(Account account, int minutes, CallListener watch) {
        return incoming.incoming(account, minutes, watch);
    }

    @Override
    public Uni<Rows> outgoing(Account account, int minutes, CallListener watch) {
        return outgoing.outgoing(account, minutes, watch);
    }

    @Override
    public Uni<Rows> history(Account account, ChatId chat, int count, CallListener watch) {
        return history.latest(account, chat, count, watch);
    }

    @Override
    public Uni<SingleRow> message(Account account, ChatId chat, MessageId id, CallListener watch) {
        return message.message(account, chat, id, watch);
    }

    @Override
    public Uni<Rows> statuses(Account account, int minutes, CallListener watch) {
        return statuses.statuses(account, minutes, watch);
    }
}
