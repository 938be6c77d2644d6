package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
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
}
