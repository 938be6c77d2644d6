package dev.greengraph.journal;

import dev.greengraph.upstream.HistoryClient;
import dev.greengraph.upstream.IncomingClient;
import dev.greengraph.upstream.MessageClient;
import dev.greengraph.upstream.OutgoingClient;
import dev.greengraph.upstream.StatusesClient;
import jakarta.enterprise.context.Dependent;

/** The five clients, one per endpoint. */
@Dependent
record UpstreamClients(
        IncomingClient incoming,
        OutgoingClient outgoing,
        HistoryClient history,
        MessageClient message,
        StatusesClient statuses) {}
