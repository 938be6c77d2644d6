package dev.greengraph.graphql.paging;

import org.eclipse.microprofile.graphql.Description;

/** Why stale data is served. */
@Description("Why stale data is served.")
public enum StaleReason {
    /** A refresh is under way: ask again in a moment for newer data. */
    @Description("A refresh is under way: ask again in a moment for newer data.")
    REVALIDATING,

    /** The account's budget has no call left for a refresh right now. */
    @Description("The account's budget has no call left for a refresh right now.")
    RATE_LIMITED,

    /** The last refresh failed. */
    @Description("The last refresh failed.")
    UPSTREAM_FAILED
}
