package dev.greengraph.graphql.account;

import dev.greengraph.graphql.error.ErrorMapping;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Shows how an endpoint is doing. */
final class EndpointMapping {

    private EndpointMapping() {}

    static EndpointState of(dev.greengraph.gate.GateState state) {
        return new EndpointState(
                EndpointView.valueOf(state.endpoint().name()),
                state.callsPerSecond(),
                state.available(),
                state.waiting(),
                state.lastAnswerAt() == null ? null : state.lastAnswerAt().truncatedTo(ChronoUnit.SECONDS),
                failure(state.lastFailure()));
    }

    private static @Nullable EndpointFailure failure(dev.greengraph.gate.GateState.@Nullable Failure failure) {
        if (failure == null) {
            return null;
        }
        Instant at = failure.at().truncatedTo(ChronoUnit.SECONDS);
        return new EndpointFailure(
                ErrorMapping.ofUpstream(failure.failure()).code().name(), at);
    }
}
