package dev.greengraph.graphql.state;

import dev.greengraph.graphql.participant.Chat;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A message that waits to be sent; until then neither message nor history knows it.")
public record QueuedMessage(
        @Description("The id that it will have.") @NonNull String messageId,

        @Description("The upstream's method that it was handed over with, such as sendMessage.") @Nullable
        String upstreamMethod,

        @Description("Where it goes; null where the upstream does not say it.") @Nullable
        Chat chat,

        @Description("Its text, or the caption of its file.") @Nullable
        String text) {}
