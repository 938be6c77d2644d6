package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.ContactCard;
import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One contact card.")
public record ContactMessage(
        @Ignore Envelope envelope,
        @Description("The card.") @NonNull ContactCard contact) implements Message {}
