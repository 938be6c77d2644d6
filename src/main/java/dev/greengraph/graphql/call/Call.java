package dev.greengraph.graphql.call;

import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.participant.Chat;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A call by voice or video.")
public record Call(
        @Description("The upstream's id of the call.") @NonNull
        String callId,

        @Description("The chat of the person or the group.") @NonNull
        Chat chat,

        @Description("Whether the account received or made it.") @NonNull
        Direction direction,

        @Description("When it happened.") @NonNull Instant at,

        @Description("How far it came.") @NonNull CallStatus status,

        @Name("isVideo") @Description("Whether it was with video.")
        boolean isVideo,

        @Name("isGroup") @Description("Whether a group was called.")
        boolean isGroup,

        @Description("How long was spoken; null where the upstream does not say it, as of received calls.") @Nullable
        Integer durationSeconds,

        @Description("Those whom the account called; empty for a received call.") @NonNull
        List<@NonNull CallParticipant> participants) {}
