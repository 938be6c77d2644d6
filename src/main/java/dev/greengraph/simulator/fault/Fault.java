package dev.greengraph.simulator.fault;

import dev.greengraph.simulator.wire.UpstreamMethod;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A failure that was asked for.
 *
 * @param kind how it fails
 * @param account name of the account it is for; null for all
 * @param method the method it is for; null for all
 * @param times how many calls it is for; null for all until cleared
 * @param lasting how long it is for, from when it was asked for; null for ever
 * @param delay how long the simulator waits before it fails
 */
public record Fault(
        FaultKind kind,
        @Nullable String account,
        @Nullable UpstreamMethod method,
        @Nullable Integer times,
        @Nullable Duration lasting,
        Duration delay) {

    boolean concerns(String calledAccount, UpstreamMethod calledMethod) {
        return (account == null || account.equals(calledAccount)) && (method == null || method == calledMethod);
    }
}
