package dev.greengraph.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The methods beside the journals: they tell of the same world. */
class SimulatorNeighboursTest {

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @ParameterizedTest
    @FieldSource("dev.greengraph.simulator.SimulatedAccount#ALL")
    void anAccountThatIsReachedWorks(SimulatedAccount account) {
        assertEquals(
                "{\"stateInstance\":\"authorized\"}",
                upstream.get(account, "getStateInstance").body());
    }

    @Test
    void theStateIsLimitedToOneCallASecond() {
        upstream.get(SimulatedAccount.SHOP, "getStateInstance");

        assertEquals(
                429, upstream.get(SimulatedAccount.SHOP, "getStateInstance").statusCode());
    }
}
