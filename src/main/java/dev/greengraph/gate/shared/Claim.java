package dev.greengraph.gate.shared;

import dev.greengraph.upstream.failure.UpstreamFailure;
import java.time.Duration;
import java.util.OptionalDouble;

/** What becomes of a call that is about to be sent. */
public sealed interface Claim {

    /** It is sent, and nobody hears of it. */
    Claim ALONE = new Granted(Grant.UNHEARD, Duration.ZERO, OptionalDouble.empty());

    /**
     * It may be sent now.
     *
     * @param grant hears what becomes of it
     * @param others how long those need who wait at other replicas
     * @param callsPerSecond what the upstream allows, if another replica was told
     */
    record Granted(Grant grant, Duration others, OptionalDouble callsPerSecond) implements Claim {}

    /**
     * Not yet: others are first, or the last call was too short a time ago.
     *
     * @param time how long until it may be claimed again, which keeps its place
     */
    record NotYet(Duration time) implements Claim {}

    /**
     * Nothing is sent for a while.
     *
     * @param time how long
     * @param because what another replica met
     */
    record Closed(Duration time, UpstreamFailure because) implements Claim {}
}
