package dev.greengraph.graphql.emptiness;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Why a list is empty, and what to do about it.")
public record Emptiness(
        @Description("The cause.") @NonNull EmptyReason reason,

        @Description(
                "The account's settings that are off, as the upstream spells them, such as incomingWebhook; empty for"
                        + " any other reason than SETTINGS_OFF.")
        @NonNull
        List<@NonNull String> settings,

        @Description("What an operator can do, in English; meant to be read, not to be compared.") @NonNull
        String advice) {}
