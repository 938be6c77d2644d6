package dev.greengraph.upstream;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;

/** One call on the wire: its answer's body, or a named failure. Nothing of what the wire threw survives it. */
final class Call {

    private Call() {}

    /** The body of a 200; fails with an {@link UpstreamFailure} and with nothing else. */
    static Uni<byte[]> send(Endpoint endpoint, Supplier<Uni<? extends Response>> wire) {
        FailureTranslation failures = new FailureTranslation(endpoint);
        return Uni.createFrom()
                .deferred(wire)
                .onFailure()
                .transform(failures::ofWire)
                .map(response -> body(failures, response))
                .onFailure(thrown -> !(thrown instanceof UpstreamFailure))
                .transform(unreadable -> failures.ofContent(Optional.empty(), "readable"));
    }

    private static byte[] body(FailureTranslation failures, Response response) {
        byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        if (response.getStatus() != 200) {
            throw failures.ofStatus(response.getStatus(), response.getMediaType(), body);
        }
        return body;
    }
}
