package dev.greengraph.upstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.account.Account;
import dev.greengraph.upstream.AnswerReader;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.failure.FailureTranslation;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.RowReader;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Sends calls over HTTP, all endpoints in the same way. */
@ApplicationScoped
class HttpUpstreamClient implements UpstreamClient {

    private final RestClients clients;

    HttpUpstreamClient(RestClients clients) {
        this.clients = clients;
    }

    @Override
    public <R, Q extends UpstreamRequest, A> Uni<A> call(
            Account account, EndpointDefinition<R, Q, A> endpoint, Q request, CallListener listener) {
        FailureTranslation failures = new FailureTranslation(endpoint.endpoint());
        R rest = clients.of(endpoint.rest());
        return clients.inFlight()
                .track(
                        account,
                        endpoint.endpoint(),
                        listener,
                        () -> endpoint.send().send(rest, account, request))
                .onFailure()
                .transform(failures::ofWire)
                .invoke(response -> AllowedRate.of(response).ifPresent(listener::allowed))
                .map(response -> body(failures, response))
                .onFailure(thrown -> !(thrown instanceof UpstreamFailure))
                .transform(unreadable -> failures.ofContent(Optional.empty(), "readable"))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(body -> read(failures, endpoint.reader(), request, body));
    }

    private static byte[] body(FailureTranslation failures, Response response) {
        byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        if (response.getStatus() != 200) {
            throw failures.ofStatus(response.getStatus(), response.getMediaType(), body);
        }
        return body;
    }

    private static <Q, A> A read(FailureTranslation failures, AnswerReader<Q, A> reader, Q request, byte[] body) {
        Optional<JsonNode> tree = RowReader.tree(body);
        return tree.flatMap(json -> reader.read(json, body.length, request))
                .orElseThrow(() -> failures.ofContent(tree, reader.shape()));
    }
}
