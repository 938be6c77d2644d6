package dev.greengraph.graphql.message;

import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.paging.Coverage;
import dev.greengraph.graphql.paging.Freshness;
import dev.greengraph.graphql.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of a list of messages.")
public record MessageConnection(
        @Description("The entries of the page with their cursors, newest first.") @NonNull
        List<@NonNull MessageEdge> edges,

        @Description("The entries of the page, newest first.") @NonNull
        List<@NonNull Message> nodes,

        @Description("Where the page stands.") @NonNull PageInfo pageInfo,

        @Description(
                "Messages that match in what was read, on all pages together: all there are if the coverage is complete.")
        int totalCount,

        @Description("Upstream entries that are too incomplete to show (no chat), so that nothing disappears silently.")
        int skippedCount,

        @Description("How old the data is.") @NonNull Freshness freshness,

        @Description("How much of what was asked for was read.") @NonNull
        Coverage coverage) {}
