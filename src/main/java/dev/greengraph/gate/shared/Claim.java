package dev.greengraph.gate.shared;

import dev.greengraph.upstream.failure.UpstreamFailure;
import java.time.Duration;
import java.util.OptionalDouble;

/** What becomes of a call that is about to be sent. */
public sealed interface Claim {

    /** It is sent, and nobody hears of it. */
    Claim ALONE = alone(Grant.UNHEARD);

    /** It is sent, and nothing is known of others. */
    static Claim alone(Grant grant) {
        return new Granted(grant, Duration.ZERO, Duration.ZERO, OptionalDouble.empty());
    }

    /**
     * It may be sent now.
     *
     * @param grant hears what becomes of it
     * @param others how long those need who wait at other replicas
     * @param promised the same with those who were told to come back
     * @param callsPerSecond what the upstream allows, if another replica was told
     */
    record Granted(Grant grant, Duration others, Duration promised, OptionalDouble callsPerSecond) implements Claim {}

    /**
     * Not yet: others are first, or the last call was too short a time ago.
     *
     * @param time how long until it may be claimed again, which keeps its place
     * @param promised the same if all come back who were told a time before
     */
    record NotYet(Duration time, Duration promised) implements Claim {

        /** For another reason than others who wait. */
        public NotYet(Duration time) {
            this(time, time);
        }
    }

    /**
     * Nothing is sent for a while.
     *
     * @param time how long
     * @param because what another replica met
     */
    record Closed(Duration time, UpstreamFailure because) implements Claim {}
}
