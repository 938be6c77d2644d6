package dev.greengraph.graphql.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.cache.Reading;
import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.account.StateRow;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states that the upstream has, under their present and their older names. */
class AccountStateMappingTest {

    @ParameterizedTest
    @CsvSource({
        "authorized, AUTHORIZED",
        "notAuthorized, NOT_AUTHORIZED",
        "pendingCode, PENDING_CODE",
        "starting, STARTING",
        "sleepMode, SLEEP_MODE",
        "suspended, SUSPENDED",
        "yellowCard, SUSPENDED",
        "blocked, BLOCKED",
        "somethingNew, UNKNOWN"
    })
    void namesTheState(String upstream, AccountStateKind expected) {
        AccountState state = shown(new StateRow(upstream));

        assertEquals(expected, state.kind());
        assertEquals(upstream, state.upstreamState());
    }

    @Test
    void readsTheSample() {
        StateRow row = StateRow.read(RowReader.tree(Samples.bytes("get-state-instance/authorized"))
                        .orElseThrow())
                .orElseThrow();

        assertEquals(AccountStateKind.AUTHORIZED, shown(row).kind());
    }

    private static AccountState shown(StateRow row) {
        return AccountStateMapping.of(new Reading<>(row, new AnswerAge(Instant.EPOCH, null)));
    }
}
