package dev.greengraph.graphql.directory;

import dev.greengraph.graphql.paging.Freshness;
import dev.greengraph.graphql.participant.Contact;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A group of people who share a chat.")
public record Group(
        @Description("Its name.") @Nullable String subject,

        @Description("What it is for.") @Nullable String description,

        @Description("Who made it; null where the messenger does not say it.") @Nullable
        Contact owner,

        @Description("When it was made; null where the messenger does not say it.") @Nullable
        Instant createdAt,

        @Description("How many members it has.") int memberCount,

        @Description("Its members, in the messenger's order.") @NonNull
        List<@NonNull GroupMember> members,

        @Description("How old the data is.") @NonNull Freshness freshness) {}
