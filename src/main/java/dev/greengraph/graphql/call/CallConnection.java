package dev.greengraph.graphql.call;

import dev.greengraph.graphql.paging.Coverage;
import dev.greengraph.graphql.paging.Freshness;
import dev.greengraph.graphql.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of a list of calls.")
public record CallConnection(
        @Description("The entries of the page with their cursors, newest first.") @NonNull
        List<@NonNull CallEdge> edges,

        @Description("The entries of the page, newest first.") @NonNull
        List<@NonNull Call> nodes,

        @Description("Where the page stands.") @NonNull PageInfo pageInfo,

        @Description("Calls that match, in what was read from the upstream.")
        int totalCount,

        @Description("How old the data is: of two answers the older one.") @NonNull
        Freshness freshness,

        @Description("How much of what was asked for was read.") @NonNull
        Coverage coverage) {}
