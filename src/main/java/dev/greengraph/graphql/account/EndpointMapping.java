package dev.greengraph.graphql.account;

import dev.greengraph.gate.GateState;
import dev.greengraph.gate.breaker.LastFailure;
import dev.greengraph.graphql.error.ErrorMapping;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Shows how an endpoint is doing. */
final class EndpointMapping {

    private EndpointMapping() {}

    static EndpointState of(GateState state) {
        return new EndpointState(
                EndpointView.valueOf(state.endpoint().name()),
                state.callsPerSecond(),
                state.available(),
                state.waiting(),
                state.lastAnswerAt() == null ? null : state.lastAnswerAt().truncatedTo(ChronoUnit.SECONDS),
                failure(state.lastFailure()));
    }

    private static @Nullable EndpointFailure failure(@Nullable LastFailure failure) {
        if (failure == null) {
            return null;
        }
        Instant at = failure.at().truncatedTo(ChronoUnit.SECONDS);
        return new EndpointFailure(
                ErrorMapping.ofUpstream(failure.failure()).code().name(), at);
    }
}
