package dev.greengraph.graphql.paging;

import org.eclipse.microprofile.graphql.Description;

@Description("Why stale data is served.")
public enum StaleReason {
    @Description("A refresh is under way: ask again in a moment for newer data.")
    REVALIDATING,

    @Description(
            "The account's budget has no call left for a refresh right now, or the upstream refused one for its rate limit.")
    RATE_LIMITED,

    @Description("The last refresh failed; code says how.")
    UPSTREAM_FAILED
}
