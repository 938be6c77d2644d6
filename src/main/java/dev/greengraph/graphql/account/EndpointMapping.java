package dev.greengraph.graphql.account;

import dev.greengraph.gate.GateState;
import dev.greengraph.gate.breaker.LastFailure;
import dev.greengraph.gate.breaker.UsedUpQuota;
import dev.greengraph.graphql.error.ErrorMapping;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.QuotaUse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows how an endpoint is doing. */
final class EndpointMapping {

    private EndpointMapping() {}

    static EndpointState of(GateState state) {
        return new EndpointState(
                view(state.endpoint()),
                state.callsPerSecond(),
                state.available(),
                state.waiting(),
                state.lastAnswerAt() == null ? null : state.lastAnswerAt().truncatedTo(ChronoUnit.SECONDS),
                failure(state.lastFailure()),
                quota(state.usedUpQuota()));
    }

    /** The schema spells the upstream's name as a constant: {@code getMessage} is {@code GET_MESSAGE}. */
    static EndpointView view(UpstreamEndpoint endpoint) {
        return EndpointView.valueOf(
                endpoint.method().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }

    private static @Nullable ExceededQuota quota(@Nullable UsedUpQuota quota) {
        return quota == null
                ? null
                : new ExceededQuota(
                        quota.since().truncatedTo(ChronoUnit.SECONDS),
                        quota.until().truncatedTo(ChronoUnit.SECONDS),
                        limit(quota.use().calls()),
                        limit(quota.use().chats()));
    }

    private static @Nullable QuotaLimit limit(QuotaUse.@Nullable Limit limit) {
        return limit == null ? null : new QuotaLimit(limit.used(), limit.total(), limit.isExceeded());
    }

    private static @Nullable EndpointFailure failure(@Nullable LastFailure failure) {
        if (failure == null) {
            return null;
        }
        Instant at = failure.at().truncatedTo(ChronoUnit.SECONDS);
        return new EndpointFailure(ErrorMapping.ofUpstream(failure.failure()).code(), at);
    }
}
