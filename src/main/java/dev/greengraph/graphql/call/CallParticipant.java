package dev.greengraph.graphql.call;

import dev.greengraph.graphql.participant.Chat;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Somebody whom the account called.")
public record CallParticipant(
        @Description("The chat with them.") @NonNull Chat chat,

        @Description("How far the call came with them.") @NonNull
        CallStatus status) {}
