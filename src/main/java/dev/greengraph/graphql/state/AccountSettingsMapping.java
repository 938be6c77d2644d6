package dev.greengraph.graphql.state;

import dev.greengraph.cache.Reading;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.upstream.row.account.SettingsRow;

/** Shows the settings of an account. */
final class AccountSettingsMapping {

    private AccountSettingsMapping() {}

    static AccountSettings of(Reading<SettingsRow> reading) {
        SettingsRow row = reading.value();
        return new AccountSettings(
                row.incomingWebhook(),
                row.outgoingMessageWebhook(),
                row.outgoingWebhook(),
                row.incomingCallWebhook(),
                row.outgoingApiMessageWebhook(),
                row.enableLidMode(),
                FreshnessMapping.of(reading.freshness()));
    }
}
