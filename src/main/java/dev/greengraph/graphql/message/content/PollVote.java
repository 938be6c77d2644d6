package dev.greengraph.graphql.message.content;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The voters of one option.")
public record PollVote(
        @Description("The option.") @NonNull String option,

        @Description("The upstream's ids of those who chose it.") @NonNull
        List<@NonNull String> voters,

        @Description("How many chose it.") int count) {

    /** Keeps copies of the lists. */
    public PollVote {
        voters = List.copyOf(voters);
    }
}
