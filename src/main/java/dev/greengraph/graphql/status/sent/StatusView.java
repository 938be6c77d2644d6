package dev.greengraph.graphql.status.sent;

import dev.greengraph.graphql.message.content.DeliveryStatus;
import dev.greengraph.graphql.participant.Chat;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("How far a status came with one person.")
public record StatusView(
        @Description("The chat with the person.") @NonNull Chat chat,

        @Description("How far it came: READ is seen.") @NonNull
        DeliveryStatus deliveryStatus,

        @Description("When it came so far; null where the upstream does not say it.") @Nullable
        Instant at) {}
