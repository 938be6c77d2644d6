package dev.greengraph.upstream;

import dev.greengraph.account.Account;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Sends calls to the upstream. */
public interface UpstreamClient {

    /**
     * One call, sent with each subscription. It is never repeated and its answer is not kept; the answer arrives on a
     * worker thread, because reading a large one takes long. Fails with a
     * {@link dev.greengraph.upstream.failure.UpstreamFailure} and with nothing else.
     *
     * @param account whose credentials are used
     * @param listener learns how the call proceeds
     */
    <R, Q extends UpstreamRequest, A> Uni<A> call(
            Account account, EndpointDefinition<R, Q, A> endpoint, Q request, CallListener listener);

    /**
     * Reads a body that was received before, here or in another replica, as {@link #call} reads one; sends nothing.
     *
     * @param body gives the body, as {@link CallListener#answered} did, on the thread on which it is read: one after the other, so
     *     that many small forms of large bodies do not become large at the same time. A failure is that of the answer
     */
    <Q extends UpstreamRequest, A> Uni<A> read(EndpointDefinition<?, Q, A> endpoint, Q request, Supplier<byte[]> body);
}
