package dev.greengraph.graphql.state;

import dev.greengraph.graphql.paging.Freshness;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The messages that the upstream has not sent yet.")
public record MessageQueue(
        @Description("How many wait in all.") int totalCount,

        @Description("Those that are sent next, the next one first.") @NonNull
        List<@NonNull QueuedMessage> nodes,

        @Description("How old the data is.") @NonNull Freshness freshness) {}
