package dev.greengraph.upstream.endpoint;

import dev.greengraph.account.Account;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.call.RestClients;
import dev.greengraph.upstream.call.SingleCall;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.SingleRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks getMessage, once. */
@ApplicationScoped
public class MessageClient {

    private final MessageRest rest;
    private final SingleCall call;

    public MessageClient(RestClients clients) {
        this.rest = clients.create(MessageRest.class);
        this.call = clients.call(UpstreamEndpoint.GET_MESSAGE);
    }

    /**
     * One message.
     *
     * <p>Fails with {@link UpstreamFailure.MessageNotFound} or {@link UpstreamFailure.ChatNotFound} if the upstream does
     * not know it (or has it still in its sending queue), else with another {@link UpstreamFailure}. Never retries, never
     * caches.
     * <p>Source: upstream manual, getMessage; samples {@code upstream/whatsapp}, {@code upstream/max}.
     */
    public Uni<SingleRow> message(Account account, ChatId chat, MessageId message, CallListener watch) {
        String token = account.apiToken().reveal();
        MessageRest.Question question = new MessageRest.Question(chat.value(), message.value());
        return call.send(
                        account,
                        watch,
                        () -> rest.getMessage(RestClients.address(account), account.idInstance(), token, question))
                .map(body -> Answers.row(UpstreamEndpoint.GET_MESSAGE, body, chat, message));
    }
}
