package dev.greengraph.graphql.participant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Who sent an incoming message or a status.")
public record Sender(
        @Description("The upstream's id of the person.") @NonNull
        String senderId,

        @Description("The name that the person chose.") @Nullable
        String name,

        @Description("The name in the account's address book.") @Nullable
        String contactName,

        @Description("contactName, else name, else the number.") @NonNull
        String displayName) {}
