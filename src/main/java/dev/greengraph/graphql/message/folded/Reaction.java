package dev.greengraph.graphql.message.folded;

import dev.greengraph.graphql.participant.Contact;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Description("All reactions to a message with one emoji, as they stand now: the last one of each person counts.")
public record Reaction(
        @Description("The emoji.") @NonNull String emoji,

        @Description("How many reacted with it, the account itself included.")
        int count,

        @Description("Those of them whom the upstream names, the first to react first; never the account itself.")
        @NonNull
        List<@NonNull Contact> senders,

        @Name("isOwn") @Description("Whether the account itself is among them.")
        boolean isOwn) {}
