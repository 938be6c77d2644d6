package dev.greengraph.upstream.shape;

import dev.greengraph.upstream.AnswerReader;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Everything that a method has to say of an account. */
public record WholeAccount() implements UpstreamRequest {

    /** A method of the REST interface. */
    @FunctionalInterface
    public interface Method {
        /** One request, sent with each subscription. */
        Uni<Response> ask(WholeAccountRest rest, String address, String idInstance, String apiToken);
    }

    /** The row of an endpoint that is asked for it. */
    public static <A> EndpointDefinition<?, WholeAccount, A> row(
            UpstreamEndpoint endpoint, Method method, AnswerReader<WholeAccount, A> reader) {
        return new EndpointDefinition<>(
                endpoint,
                WholeAccountRest.class,
                (rest, account, request) -> method.ask(
                        rest,
                        UpstreamEndpoint.address(account),
                        account.idInstance(),
                        account.apiToken().reveal()),
                reader);
    }

    @Override
    public List<String> arguments() {
        return List.of();
    }

    @Override
    public String window() {
        return "all";
    }
}
