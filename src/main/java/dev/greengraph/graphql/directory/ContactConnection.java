package dev.greengraph.graphql.directory;

import dev.greengraph.graphql.paging.Coverage;
import dev.greengraph.graphql.paging.Freshness;
import dev.greengraph.graphql.paging.PageInfo;
import dev.greengraph.graphql.participant.Contact;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of a list of people.")
public record ContactConnection(
        @Description("The entries of the page with their cursors, by id.") @NonNull
        List<@NonNull ContactEdge> edges,

        @Description("The entries of the page, by id.") @NonNull
        List<@NonNull Contact> nodes,

        @Description("Where the page stands.") @NonNull PageInfo pageInfo,

        @Description("People in the address book.") int totalCount,
        @Description("How old the data is.") @NonNull Freshness freshness,

        @Description("How much of what was asked for was read.") @NonNull
        Coverage coverage) {}
