package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.ContactCard;
import dev.greengraph.graphql.message.content.Envelope;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Several contact cards.")
public record ContactsMessage(
        @Ignore Envelope envelope,
        @Description("The cards.") @NonNull List<@NonNull ContactCard> contacts) implements Message {

    /** Keeps copies of the lists. */
    public ContactsMessage {
        contacts = List.copyOf(contacts);
    }
}
