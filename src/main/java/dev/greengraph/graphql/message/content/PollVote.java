package dev.greengraph.graphql.message.content;

import dev.greengraph.graphql.participant.Contact;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The voters of one option.")
public record PollVote(
        @Description("The option.") @NonNull String option,

        @Description("Those who chose it.") @NonNull List<@NonNull Contact> voters,

        @Description("How many chose it.") int count) {}
