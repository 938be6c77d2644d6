package dev.greengraph.graphql.paging;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether data may be believed without asking the upstream again.")
public enum FreshnessState {
    @Description("Asked recently enough.")
    FRESH,

    @Description("Older than that; the reason says why it is served all the same.")
    STALE
}
