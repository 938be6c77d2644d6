package dev.greengraph.upstream.shape;

import dev.greengraph.upstream.AnswerReader;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What happened in the last minutes.
 *
 * @param minutes 1 to 43 200
 */
public record LastMinutes(int minutes) implements UpstreamRequest {

    /** A method of the REST interface. */
    @FunctionalInterface
    public interface Method {
        /** One request, sent with each subscription. */
        Uni<Response> ask(LastMinutesRest rest, String address, String idInstance, String apiToken, int minutes);
    }

    /** The row of an endpoint that is asked for it. */
    public static <A> EndpointDefinition<?, LastMinutes, A> row(
            UpstreamEndpoint endpoint, Method method, AnswerReader<LastMinutes, A> reader) {
        return new EndpointDefinition<>(
                endpoint,
                LastMinutesRest.class,
                (rest, account, request) -> method.ask(
                        rest,
                        UpstreamEndpoint.address(account),
                        account.idInstance(),
                        account.apiToken().reveal(),
                        request.minutes()),
                reader);
    }

    @Override
    public List<String> arguments() {
        return List.of(String.valueOf(minutes));
    }

    @Override
    public String window() {
        return "minutes=" + minutes;
    }
}
