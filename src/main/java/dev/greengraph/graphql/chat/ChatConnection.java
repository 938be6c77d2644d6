package dev.greengraph.graphql.chat;

import dev.greengraph.graphql.paging.Coverage;
import dev.greengraph.graphql.paging.Freshness;
import dev.greengraph.graphql.paging.PageInfo;
import dev.greengraph.graphql.participant.Chat;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of a list of chats.")
public record ChatConnection(
        @Description("The entries of the page with their cursors, newest first.") @NonNull
        List<@NonNull ChatEdge> edges,

        @Description("The entries of the page, newest first.") @NonNull
        List<@NonNull Chat> nodes,

        @Description("Where the page stands.") @NonNull PageInfo pageInfo,

        @Description(
                "Chats that match in what was read, on all pages together: all there are if the coverage is complete.")
        int totalCount,

        @Description("How old the data is.") @NonNull Freshness freshness,

        @Description("How much of what was asked for was read.") @NonNull
        Coverage coverage) {}
