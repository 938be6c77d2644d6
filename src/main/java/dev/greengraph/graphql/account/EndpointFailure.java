package dev.greengraph.graphql.account;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What went wrong last.")
public record EndpointFailure(
        @Description("The error code, as in errors[].extensions.code.") @NonNull
        String code,

        @Description("When it happened.") @NonNull Instant at) {}
