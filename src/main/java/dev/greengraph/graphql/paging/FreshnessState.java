package dev.greengraph.graphql.paging;

import org.eclipse.microprofile.graphql.Description;

/** Whether data may be believed without asking the upstream again. */
@Description("Whether data may be believed without asking the upstream again.")
public enum FreshnessState {
    /** Asked recently enough. */
    @Description("Asked recently enough.")
    FRESH,

    /** Older than that; the reason says why it is served all the same. */
    @Description("Older than that; the reason says why it is served all the same.")
    STALE
}
