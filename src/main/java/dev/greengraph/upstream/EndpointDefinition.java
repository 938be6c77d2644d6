package dev.greengraph.upstream;

import dev.greengraph.account.Account;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;

/**
 * One row of the table of endpoints: everything that differs from one upstream method to the next.
 *
 * @param <R> its MicroProfile REST interface
 * @param <Q> what it is asked for
 * @param <A> what it answers
 * @param endpoint what the rest of the gateway has to know about it
 * @param rest its REST interface
 * @param send calls it
 * @param reader reads the body of a 200
 */
public record EndpointDefinition<R, Q extends UpstreamRequest, A>(
        UpstreamEndpoint endpoint, Class<R> rest, Send<R, Q> send, AnswerReader<Q, A> reader) {

    /** Calls a REST interface. */
    @FunctionalInterface
    public interface Send<R, Q> {
        /** One request, sent with each subscription. */
        Uni<Response> send(R rest, Account account, Q request);
    }
}
