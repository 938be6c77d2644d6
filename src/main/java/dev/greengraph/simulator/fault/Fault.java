package dev.greengraph.simulator.fault;

import dev.greengraph.simulator.wire.UpstreamMethod;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault that was requested.
 *
 * @param kind the kind of failure
 * @param account name of the account; null for all
 * @param method the method; null for all
 * @param times number of calls that fail; null until cleared
 * @param lasting how long it is active from the request on; null without limit
 * @param delay wait before the failure
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
