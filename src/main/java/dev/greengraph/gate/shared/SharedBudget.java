package dev.greengraph.gate.shared;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * What one gate shares with the gates of other replicas for the same account and endpoint. It is asked when a call is about to
 * be sent, not when it begins to wait: who gives up meanwhile has taken nothing from the others.
 */
public interface SharedBudget {

    /** Nobody to share with. */
    SharedBudget NONE = new SharedBudget() {
        @Override
        public Uni<Claim> claim(Demand demand) {
            return Uni.createFrom().item(Claim.ALONE);
        }

        @Override
        public Uni<Duration> idleIn(Duration space) {
            return Uni.createFrom().item(Duration.ZERO);
        }

        @Override
        public Share share(Duration space) {
            return Share.ALL;
        }
    };

    /**
     * What a gate wants.
     *
     * @param space time between two calls, as it knows the upstream's rate
     * @param waiting its calls that wait, this one included
     * @param patience how long the caller of this one waits
     */
    record Demand(Duration space, int waiting, Duration patience) {}

    /** Asks to send a call now. Never fails. */
    Uni<Claim> claim(Demand demand);

    /** How long until a call could be sent that no caller waits for; zero if nobody waits anywhere. Never fails. */
    Uni<Duration> idleIn(Duration space);

    /** The part of the budget that this gate has to itself. */
    Share share(Duration space);
}
