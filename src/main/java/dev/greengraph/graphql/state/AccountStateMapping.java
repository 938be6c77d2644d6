package dev.greengraph.graphql.state;

import dev.greengraph.cache.Reading;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.upstream.row.account.StateRow;

/** Shows the state of an account. */
final class AccountStateMapping {

    private AccountStateMapping() {}

    static AccountState of(Reading<StateRow> reading) {
        String state = reading.value().stateInstance();
        return new AccountState(kind(state), state, FreshnessMapping.of(reading.freshness()));
    }

    private static AccountStateKind kind(String state) {
        return switch (state) {
            case "authorized" -> AccountStateKind.AUTHORIZED;
            case "notAuthorized" -> AccountStateKind.NOT_AUTHORIZED;
            case "pendingCode" -> AccountStateKind.PENDING_CODE;
            case "starting" -> AccountStateKind.STARTING;
            case "sleepMode" -> AccountStateKind.SLEEP_MODE;
            case "suspended", "yellowCard" -> AccountStateKind.SUSPENDED;
            case "blocked" -> AccountStateKind.BLOCKED;
            default -> AccountStateKind.UNKNOWN;
        };
    }
}
