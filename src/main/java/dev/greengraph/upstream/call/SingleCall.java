package dev.greengraph.upstream.call;

import dev.greengraph.account.Account;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.FailureTranslation;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;

/** One call on the wire: its answer's body, or a named failure. Nothing of what the wire threw survives it. */
public final class SingleCall {

    private final InFlightCalls departures;
    private final UpstreamEndpoint endpoint;
    private final FailureTranslation failures;

    SingleCall(InFlightCalls departures, UpstreamEndpoint endpoint) {
        this.departures = departures;
        this.endpoint = endpoint;
        this.failures = new FailureTranslation(endpoint);
    }

    /**
     * The body of a 200, on a worker thread: to read it may take long. Fails with an {@link UpstreamFailure} and with
     * nothing else.
     */
    public Uni<byte[]> send(Account account, CallListener watch, Supplier<Uni<Response>> wire) {
        return departures
                .watched(account, endpoint, watch, wire)
                .onFailure()
                .transform(failures::ofWire)
                .invoke(response -> AllowedRate.of(response).ifPresent(watch::allowed))
                .map(this::body)
                .onFailure(thrown -> !(thrown instanceof UpstreamFailure))
                .transform(unreadable -> failures.ofContent(Optional.empty(), "readable"))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private byte[] body(Response response) {
        byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        if (response.getStatus() != 200) {
            throw failures.ofStatus(response.getStatus(), response.getMediaType(), body);
        }
        return body;
    }
}
