package dev.greengraph.graphql.account;

import dev.greengraph.graphql.error.ErrorCode;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What went wrong last.")
public record EndpointFailure(
        @Description("The error code, as in errors[].extensions.code.") @NonNull
        ErrorCode code,

        @Description("When it happened.") @NonNull Instant at) {}
