package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.PollVote;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("The whole tally of a poll after a vote.")
public record PollUpdateMessage(
        @Ignore Envelope envelope,

        @Description("The upstream's id of the poll.") @NonNull
        String pollMessageId,

        @Description("The question of the poll.") @Nullable String question,

        @Description("Whether several options may be chosen.") @Nullable
        Boolean multipleAnswers,

        @Description("Every option with its voters, also those without votes.") @NonNull
        List<@NonNull PollVote> votes)
        implements Message {

    /** Keeps copies of the lists. */
    public PollUpdateMessage {
        votes = List.copyOf(votes);
    }
}
