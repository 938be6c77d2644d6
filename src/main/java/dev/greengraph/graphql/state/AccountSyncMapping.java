package dev.greengraph.graphql.state;

import dev.greengraph.cache.Reading;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.upstream.row.account.SyncRow;
import java.time.Instant;

/** Shows how far an account is read. */
final class AccountSyncMapping {

    private AccountSyncMapping() {}

    static AccountSync of(Reading<SyncRow> reading) {
        Long until = reading.value().suspendedUntil();
        return new AccountSync(
                reading.value().historySyncProgress(),
                until == null || until == 0 ? null : Instant.ofEpochSecond(until),
                FreshnessMapping.of(reading.freshness()));
    }
}
