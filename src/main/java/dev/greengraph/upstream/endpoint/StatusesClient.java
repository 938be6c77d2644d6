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

/** Asks getIncomingStatuses, once. */
@ApplicationScoped
public class StatusesClient {

    private final StatusesRest rest;
    private final SingleCall call;

    public StatusesClient(RestClients clients) {
        this.rest = clients.create(StatusesRest.class);
        this.call = clients.call(UpstreamEndpoint.GET_INCOMING_STATUSES);
    }

    /**
     * Statuses (stories) of contacts in the last minutes.
     *
     * <p>Shape: rows in the upstream's order, which is not promised; none if the account's settings keep the journal
     * empty. Times have second precision.
     * <p>Fails with an {@link UpstreamFailure}. Never retries, never caches.
     * <p>Source: upstream manual, getIncomingStatuses; samples {@code upstream/whatsapp}.
     *
     * @param minutes how far back, 1 to 43 200
     */
    public Uni<Rows> statuses(Account account, int minutes, CallListener watch) {
        String token = account.apiToken().reveal();
        return call.send(
                        account,
                        watch,
                        () -> rest.getIncomingStatuses(
                                RestClients.address(account), account.idInstance(), token, minutes))
                .map(body -> Answers.rows(UpstreamEndpoint.GET_INCOMING_STATUSES, body));
    }
}
