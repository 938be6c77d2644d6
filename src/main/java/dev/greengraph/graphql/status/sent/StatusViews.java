package dev.greengraph.graphql.status.sent;

import dev.greengraph.graphql.paging.Freshness;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("How far a status came with those whom it was shown to.")
public record StatusViews(
        @Description("One entry for each person that the upstream names.") @NonNull
        List<@NonNull StatusView> people,

        @Description("How old the data is.") @NonNull Freshness freshness) {}
