package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

@Description("An invitation to a group.")
public record GroupInviteMessage(
        @Ignore Envelope envelope,

        @Description("The upstream's id of the group.") @Nullable
        String groupId,

        @Description("The name of the group.") @Nullable String groupName,
        @Description("The code to join with.") @Nullable String inviteCode,

        @Description("The text beside the invitation.") @Nullable
        String caption,

        @Description("Until when the invitation holds.") @Nullable
        Instant expiresAt,

        @Description("Base64 of the group's small picture, JPEG.") @Nullable
        String thumbnail)
        implements Message {}
