package dev.greengraph.upstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.account.Account;
import dev.greengraph.upstream.AnswerReader;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.failure.AbortReason;
import dev.greengraph.upstream.failure.FailureTranslation;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.RowReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends calls over HTTP, all endpoints in the same way. */
@ApplicationScoped
class HttpUpstreamClient implements UpstreamClient {

    private final RestClients clients;
    private final AnswerReaders readers;

    HttpUpstreamClient(RestClients clients, AnswerReaders readers) {
        this.clients = clients;
        this.readers = readers;
    }

    @Override
    public <R, Q extends UpstreamRequest, A> Uni<A> call(
            Account account, EndpointDefinition<R, Q, A> endpoint, Q request, CallListener listener) {
        R rest = clients.of(endpoint.rest(), request.waits());
        return Uni.createFrom().deferred(() -> {
            TrackedCall call = new TrackedCall(listener, clients.memory().share(), request.waits());
            clients.inFlight().add(account, endpoint.endpoint(), call);
            return endpoint.send()
                    .send(rest, account, request)
                    .onTermination()
                    .invoke(() -> clients.inFlight().remove(account, endpoint.endpoint(), call))
                    .plug(response -> answer(response, endpoint, request, call, listener))
                    .onTermination()
                    .invoke(call.memory()::release);
        });
    }

    @Override
    public <Q extends UpstreamRequest, A> Uni<A> read(
            EndpointDefinition<?, Q, A> endpoint, Q request, Supplier<byte[]> body) {
        FailureTranslation failures = new FailureTranslation(endpoint.endpoint());
        return Uni.createFrom()
                .item(() -> read(failures, endpoint.reader(), request, body.get()))
                .runSubscriptionOn(readers.oneByOne())
                .onFailure(thrown -> !(thrown instanceof UpstreamFailure))
                .transform(unreadable -> failures.ofContent(Optional.empty(), "readable"));
    }

    private <Q extends UpstreamRequest, A> Uni<A> answer(
            Uni<Response> response,
            EndpointDefinition<?, Q, A> endpoint,
            Q request,
            TrackedCall call,
            CallListener listener) {
        FailureTranslation failures = new FailureTranslation(endpoint.endpoint());
        return response.onFailure()
                .transform(thrown -> call.abortReason()
                        .<UpstreamFailure>map(failures::ofAbort)
                        .orElseGet(() -> failures.ofWire(thrown)))
                .invoke(answered -> AllowedRate.of(answered).ifPresent(listener::allowed))
                .chain(answered -> Uni.createFrom()
                        .item(() -> {
                            byte[] body = body(failures, answered);
                            A answer = read(failures, endpoint.reader(), request, body);
                            listener.answered(body);
                            return answer;
                        })
                        .runSubscriptionOn(readers.of(call.memory().bytes())))
                .onFailure(thrown -> !(thrown instanceof UpstreamFailure))
                .transform(unreadable -> failures.ofContent(Optional.empty(), "readable"));
    }

    private byte[] body(FailureTranslation failures, Response response) {
        byte[] body = decoded(failures, response);
        if (body.length > clients.maxBody()) {
            throw failures.ofAbort(AbortReason.TOO_LARGE);
        }
        if (response.getStatus() != 200) {
            throw failures.ofStatus(response.getStatus(), response.getMediaType(), body);
        }
        return body;
    }

    private byte[] decoded(FailureTranslation failures, Response response) {
        byte[] received = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        try {
            return ContentCoding.decode(response.getHeaderString("Content-Encoding"), received, clients.maxBody());
        } catch (IOException undecodable) {
            throw failures.ofContent(Optional.empty(), "encoded as offered");
        }
    }

    private static <Q, A> A read(FailureTranslation failures, AnswerReader<Q, A> reader, Q request, byte[] body) {
        Optional<JsonNode> tree = RowReader.tree(body);
        return tree.flatMap(json -> reader.read(json, body.length, request))
                .orElseThrow(() -> failures.ofContent(tree, reader.shape()));
    }
}
