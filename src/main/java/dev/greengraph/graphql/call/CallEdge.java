package dev.greengraph.graphql.call;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One entry of a CallConnection.")
public record CallEdge(
        @Description("Where the entry stands: for the argument after.") @NonNull
        String cursor,

        @Description("The call.") @NonNull Call node) {}
