package dev.greengraph.graphql.account;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

@Description("One limit of a month, as the upstream told it.")
public record QuotaLimit(
        @Description("How many are used.") int used,

        @Description("How many there are; 0 where the plan has no such limit.")
        int total,

        @Name("isExceeded") @Description("Whether this is the limit that is used up.")
        boolean isExceeded) {}
