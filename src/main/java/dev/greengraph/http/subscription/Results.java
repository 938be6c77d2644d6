package dev.greengraph.http.subscription;

import io.vertx.core.buffer.Buffer;

/** Sends the results of one subscription. Its methods are called on the Vert.x context of its connection. */
public interface Results {

    /** Sends one result. */
    void next(Buffer result);

    /** Whether the caller has not read what was sent. */
    boolean isFull();

    /** Runs a task once, when the caller has read. */
    void whenRead(Runnable task);

    /**
     * Sends the only result of a subscription that could not begin.
     *
     * @param hasData whether it was executed; else the result holds errors only
     */
    void failed(Buffer result, boolean hasData);

    /** Nothing comes any more: it broke. The client may begin again. */
    void broken();
}
