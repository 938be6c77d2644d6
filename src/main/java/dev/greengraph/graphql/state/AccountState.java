package dev.greengraph.graphql.state;

import dev.greengraph.graphql.paging.Freshness;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Whether an account is connected to its messenger.")
public record AccountState(
        @Description("What it is.") @NonNull AccountStateKind kind,

        @Description("The upstream's own word for it, such as authorized: for states that this schema does not know.")
        @NonNull
        String upstreamState,

        @Description("How old the data is.") @NonNull Freshness freshness) {}
