package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.PollVote;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

@Description("A poll.")
public record PollMessage(
        @Ignore Envelope envelope,
        @Description("The question.") @Nullable String question,

        @Description("The options, in the poll's order.") @NonNull
        List<@NonNull String> options,

        @Description("Whether several options may be chosen.") @Nullable
        Boolean multipleAnswers)
        implements Message {

    /** Keeps copies of the lists. */
    public PollMessage {
        options = List.copyOf(options);
    }

    @Query
    @Description(
            "The votes of each option by the newest tally that is held, in the poll's order; null if none is held. Needs no call.")
    public @Nullable List<@NonNull PollVote> results() {
        return envelope.results(options);
    }
}
