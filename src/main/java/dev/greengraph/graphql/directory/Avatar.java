package dev.greengraph.graphql.directory;

import dev.greengraph.graphql.paging.Freshness;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The picture of a person or a group.")
public record Avatar(
        @Description("Where it is: an address of the messenger's that expires after some days.") @NonNull
        String url,

        @Description("How old the data is.") @NonNull Freshness freshness) {}
