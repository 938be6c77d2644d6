package dev.greengraph.graphql.status.sent;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One entry of an OutgoingStatusConnection.")
public record OutgoingStatusEdge(
        @Description("Where the entry stands: for the argument after.") @NonNull
        String cursor,

        @Description("The status.") @NonNull OutgoingStatus node) {}
