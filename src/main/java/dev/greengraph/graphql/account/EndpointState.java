package dev.greengraph.graphql.account;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("How one upstream method is doing for an account.")
public record EndpointState(
        @Description("The upstream method.") @NonNull EndpointView endpoint,

        @Description("Calls a second that the upstream allows.")
        double callsPerSecond,

        @Description("Calls that could be made right now.") int available,
        @Description("Calls waiting for budget.") int waiting,

        @Description("When the upstream last answered as it should; null before the first time.") @Nullable
        Instant lastAnswerAt,

        @Description("The last failure; null before the first one.") @Nullable
        EndpointFailure lastFailure,

        @Description("The month's quota, since it is used up; null as long as it is not, as far as is known.") @Nullable
        ExceededQuota exceededQuota) {}
