package dev.greengraph.graphql.state;

import dev.greengraph.graphql.paging.Freshness;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description(
        "What the upstream writes down for an account: where a setting is off, the journal is empty although messages"
                + " were exchanged. Null where the upstream does not say it.")
public record AccountSettings(
        @Description("Whether incoming messages are in the journal: incomingWebhook.") @Nullable
        Boolean storesIncomingMessages,

        @Description("Whether messages sent from the phone are in the journal: outgoingMessageWebhook.") @Nullable
        Boolean storesMessagesFromPhone,

        @Description("Whether the delivery of sent messages is in the journal: outgoingWebhook.") @Nullable
        Boolean storesDeliveries,

        @Description("Whether received calls are in the journal: incomingCallWebhook, with incomingWebhook.") @Nullable
        Boolean storesIncomingCalls,

        @Description("Whether the account's own webhook is told of messages sent through the API:"
                + " outgoingAPIMessageWebhook. The journal has them in any case.")
        @Nullable
        Boolean reportsMessagesFromApi,

        @Description("Whether people may appear under an id that hides their number: enableLidMode.") @Nullable
        Boolean hidesNumbers,

        @Description("How old the data is.") @NonNull Freshness freshness) {}
