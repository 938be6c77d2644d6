package dev.greengraph.upstream.call;

import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.failure.AbortReason;
import io.vertx.core.http.HttpClientRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One call from its start to the end of reading its answer. */
final class TrackedCall {

    /** Code of the reset; nothing reads it, since {@link #abortReason()} says more. */
    private static final long ABORTED = 0x6701;

    private final CallListener listener;
    private final AnswerMemory.Share memory;
    private final Duration waits;
    private final AtomicReference<AbortReason> aborted = new AtomicReference<>();

    /** @param waits how long the upstream itself may wait before it answers */
    TrackedCall(CallListener listener, AnswerMemory.Share memory, Duration waits) {
        this.listener = listener;
        this.memory = memory;
        this.waits = waits;
    }

    /** Whether the request may be written now that its connection stands. */
    boolean mayBeSent() {
        return listener.mayBeSent();
    }

    /** The request is written. */
    void sent() {
        listener.sent();
    }

    /** How long the upstream itself may wait before it answers. */
    Duration waits() {
        return waits;
    }

    /** What the call's answer takes of the memory for all answers. */
    AnswerMemory.Share memory() {
        return memory;
    }

    /** Ends the call, and with it the connection. The first reason counts. */
    void abort(HttpClientRequest request, AbortReason reason) {
        aborted.compareAndSet(null, reason);
        request.reset(ABORTED);
    }

    /**
     * Why the gateway ended the call, if it did. What the HTTP client throws does not always tell: the closed connection may
     * be reported before the reset.
     */
    Optional<AbortReason> abortReason() {
        return Optional.ofNullable(aborted.get());
    }
}
