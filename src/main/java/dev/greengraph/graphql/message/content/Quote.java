package dev.greengraph.graphql.message.content;

import dev.greengraph.graphql.participant.Chat;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What the upstream embedded of a quoted message.
 *
 * @param chat the chat of both messages
 */
@Description("What the upstream embedded of the quoted message, as it was when quoted.")
public record Quote(
        @Ignore Chat chat,

        @Description("The upstream's id of the quoted message.") @NonNull
        String messageId,

        @Description("The upstream's id of its author; null where the upstream does not say.") @Nullable
        String participantId,

        @Description("Its kind; null on reactions and where the upstream could not resolve the original.") @Nullable
        MessageType type,

        @Description("Its text when it was quoted; null if there is none.") @Nullable
        String text,

        @Description("Base64 of its small preview; null if there is none.") @Nullable
        String thumbnail,

        @Description("The type of its file; null if it has none.") @Nullable
        String mimeType) {}
