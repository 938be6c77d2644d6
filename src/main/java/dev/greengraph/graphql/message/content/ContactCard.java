package dev.greengraph.graphql.message.content;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A contact that was sent.")
public record ContactCard(
        @Description("The name on the card.") @NonNull String displayName,

        @Description("The card as vCard text, as the upstream sent it.") @NonNull
        String vcard,

        @Description("The phone numbers on the card.") @NonNull
        List<@NonNull String> phoneNumbers) {

    /** Keeps copies of the lists. */
    public ContactCard {
        phoneNumbers = List.copyOf(phoneNumbers);
    }
}
