package dev.greengraph.graphql.message;

import dev.greengraph.graphql.message.kind.Message;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One entry of a MessageConnection.")
public record MessageEdge(
        @Description("Where the entry stands: for the argument after.") @NonNull
        String cursor,

        @Description("The message.") @NonNull Message node) {}
