package dev.greengraph.graphql.state;

import dev.greengraph.cache.Reading;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.upstream.row.account.StateRow;

/** Shows the state of an account. */
public final class AccountStateMapping {

    private AccountStateMapping() {}

    static AccountState of(Reading<StateRow> reading) {
        return new AccountState(
                kind(reading.value()), reading.value().stateInstance(), FreshnessMapping.of(reading.freshness()));
    }

    /** The state by its name in the graph. */
    public static AccountStateKind kind(StateRow row) {
        return switch (row.stateInstance()) {
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
