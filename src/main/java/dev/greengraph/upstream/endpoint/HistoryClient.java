package dev.greengraph.upstream.endpoint;

import dev.greengraph.account.Account;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.call.RestClients;
import dev.greengraph.upstream.call.SingleCall;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.Rows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks getChatHistory, once. */
@ApplicationScoped
public class HistoryClient {

    private final HistoryRest rest;
    private final SingleCall call;

    public HistoryClient(RestClients clients) {
        this.rest = clients.create(HistoryRest.class);
        this.call = clients.call(UpstreamEndpoint.GET_CHAT_HISTORY);
    }

    /**
     * The newest messages of one chat, both directions.
     *
     * <p>Shape: 0 to {@code count} rows, newest first; none for a chat that the upstream does not know.
     * <p>Fails with an {@link UpstreamFailure}. Never retries, never caches.
     * <p>Source: upstream manual, getChatHistory; samples {@code upstream/whatsapp}, {@code upstream/max}.
     *
     * @param count most rows wanted, 1 to 5 000
     */
    public Uni<Rows> latest(Account account, ChatId chat, int count, CallListener watch) {
        String token = account.apiToken().reveal();
        HistoryRest.Question question = new HistoryRest.Question(chat.value(), count);
        return call.send(
                        account,
                        watch,
                        () -> rest.getChatHistory(RestClients.address(account), account.idInstance(), token, question))
                .map(body -> Answers.rows(UpstreamEndpoint.GET_CHAT_HISTORY, body));
    }
}
