package dev.greengraph.upstream.endpoint;

import dev.greengraph.account.Account;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.call.RestClients;
import dev.greengraph.upstream.call.SingleCall;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.Rows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks lastOutgoingMessages, once. */
@ApplicationScoped
public class OutgoingClient {

    private final OutgoingRest rest;
    private final SingleCall call;

    public OutgoingClient(RestClients clients) {
        this.rest = clients.create(OutgoingRest.class);
        this.call = clients.call(UpstreamEndpoint.LAST_OUTGOING_MESSAGES);
    }

    /**
     * What was sent to all chats in the last minutes.
     *
     * <p>Shape: rows in the upstream's order, which is not promised; none if the account's settings keep the journal
     * empty. Times have second precision.
     * <p>Fails with an {@link UpstreamFailure}. Never retries, never caches.
     * <p>Source: upstream manual, lastOutgoingMessages; samples {@code upstream/whatsapp}.
     *
     * @param minutes how far back, 1 to 43 200
     */
    public Uni<Rows> outgoing(Account account, int minutes, CallListener watch) {
        String token = account.apiToken().reveal();
        return call.send(
                        account,
                        watch,
                        () -> rest.lastOutgoingMessages(
                                RestClients.address(account), account.idInstance(), token, minutes))
                .map(body -> Answers.rows(UpstreamEndpoint.LAST_OUTGOING_MESSAGES, body));
    }
}
