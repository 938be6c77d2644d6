package dev.greengraph.simulator;

import dev.greengraph.simulator.wire.UpstreamMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that got past the door: the account and the method exist.
 *
 * @param account whose
 * @param method what
 * @param path as it was sent, token included
 * @param minutes value of the query parameter, or null
 * @param idMessage value of the query parameter, or null
 * @param receiptId the last part of the path of a deletion, else empty
 * @param receiveTimeout value of the query parameter, or null
 * @param body of the request; empty if there was none
 * @param at when
 */
record SimulatedCall(
        SimulatedAccount account,
        UpstreamMethod method,
        String path,
        @Nullable String minutes,
        @Nullable String idMessage,
        String receiptId,
        @Nullable String receiveTimeout,
        String body,
        Instant at) {

    /** The same call at another moment. */
    SimulatedCall at(Instant moment) {
        return new SimulatedCall(account, method, path, minutes, idMessage, receiptId, receiveTimeout, body, moment);
    }
}
