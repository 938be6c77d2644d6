package dev.greengraph.graphql.paging;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description("Where a page stands in its list.")
public record PageInfo(
        @Description("Whether there are older entries after this page.")
        boolean hasNextPage,

        @Description("Whether there are newer entries before this page.")
        boolean hasPreviousPage,

        @Description("The cursor of the first entry; null on an empty page.") @Nullable
        String startCursor,

        @Description("The cursor of the last entry: the argument after of the next page; null on an empty page.")
        @Nullable
        String endCursor) {}
