package dev.greengraph.gate;

import dev.greengraph.gate.breaker.LastFailure;
import dev.greengraph.gate.breaker.UsedUpQuota;
import dev.greengraph.upstream.UpstreamEndpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one endpoint of one account is doing.
 *
 * @param endpoint the upstream method
 * @param callsPerSecond the rate that the gateway keeps
 * @param available calls that could be made right now
 * @param waiting calls that wait for their slot
 * @param lastAnswerAt when the upstream last answered as it should
 * @param lastFailure the last failure since the start of the process
 * @param usedUpQuota the month's quota, if it is used up
 */
public record GateState(
        UpstreamEndpoint endpoint,
        double callsPerSecond,
        int available,
        int waiting,
        @Nullable Instant lastAnswerAt,
        @Nullable LastFailure lastFailure,
        @Nullable UsedUpQuota usedUpQuota) {}
