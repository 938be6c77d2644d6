package dev.greengraph.upstream.shape;

import dev.greengraph.account.Messenger;
import dev.greengraph.upstream.AnswerReader;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * What a method has to say of one chat.
 *
 * @param chat the chat, or the person
 */
public record OneChat(ChatId chat) implements UpstreamRequest {

    private static final String KEY = "chatId";

    /** A method of the REST interface. */
    @FunctionalInterface
    public interface Method {
        /** One request, sent with each subscription. */
        Uni<Response> ask(
                OneChatRest rest, String address, String idInstance, String apiToken, Map<String, String> body);
    }

    /** The row of an endpoint that is asked for it. */
    public static <A> EndpointDefinition<?, OneChat, A> row(
            UpstreamEndpoint endpoint, Method method, AnswerReader<OneChat, A> reader) {
        return row(endpoint, method, KEY, reader);
    }

    /**
     * The same of an endpoint that calls the chat otherwise on WhatsApp.
     *
     * @param onWhatsapp what it calls it there
     */
    public static <A> EndpointDefinition<?, OneChat, A> row(
            UpstreamEndpoint endpoint, Method method, String onWhatsapp, AnswerReader<OneChat, A> reader) {
        return new EndpointDefinition<>(
                endpoint,
                OneChatRest.class,
                (rest, account, request) -> method.ask(
                        rest,
                        UpstreamEndpoint.address(account),
                        account.idInstance(),
                        account.apiToken().reveal(),
                        Map.of(
                                account.messenger() == Messenger.WHATSAPP ? onWhatsapp : KEY,
                                request.chat().value())),
                reader);
    }

    @Override
    public List<String> arguments() {
        return List.of(chat.value());
    }

    @Override
    public String window() {
        return "one";
    }
}
