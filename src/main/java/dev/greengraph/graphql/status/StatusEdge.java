package dev.greengraph.graphql.status;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One entry of a StatusConnection.")
public record StatusEdge(
        @Description("Where the entry stands: for the argument after.") @NonNull
        String cursor,

        @Description("The status.") @NonNull Status node) {}
