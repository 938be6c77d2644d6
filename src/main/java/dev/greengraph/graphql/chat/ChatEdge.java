package dev.greengraph.graphql.chat;

import dev.greengraph.graphql.participant.Chat;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One entry of a ChatConnection.")
public record ChatEdge(
        @Description("Where the entry stands: for the argument after.") @NonNull
        String cursor,

        @Description("The chat.") @NonNull Chat node) {}
