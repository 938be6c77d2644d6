package dev.greengraph.graphql.status.sent;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.message.content.DeliveryStatus;
import dev.greengraph.graphql.participant.Chat;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A status that an account sent.
 *
 * @param account whose status
 */
@Description("A status (story) that the account sent.")
public record OutgoingStatus(
        @Ignore AccountId account,

        @Description("The upstream's id of the status.") @NonNull
        String statusId,

        @Description("When it was sent.") @NonNull Instant sentAt,

        @Description("The upstream's name for what it is, such as extendedTextMessage or imageMessage.") @NonNull
        String upstreamType,

        @Description("Its text, or the caption of its file.") @Nullable
        String text,

        @Description("The colour behind a text, as the upstream writes it.") @Nullable
        String backgroundColor,

        @Description("The font of a text, as the upstream writes it.") @Nullable
        String font,

        @Description("Where its file can be had. Expires; null where the upstream gives none.") @Nullable
        String downloadUrl,

        @Description("A name for the file.") @Nullable String fileName,

        @Description("The type of the file.") @Nullable String mimeType,

        @Description("Base64 of a small preview, JPEG. Ask for it only when you show it.") @Nullable
        String thumbnail,

        @Description("How far it came with the one with whom it came farthest.") @NonNull
        DeliveryStatus deliveryStatus,

        @Description("Whether it was sent through the API; null where the upstream does not say it.") @Nullable
        Boolean sentByApi,

        @Description("The chats of those whom it was meant for; empty if it was meant for all contacts.") @NonNull
        List<@NonNull Chat> recipients) {}
