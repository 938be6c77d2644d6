package dev.greengraph.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.admission.cost.OperationCost;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostsWithoutVariablesTest {

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 2"})
    void onlyACostThatLastsIsKept(boolean isLasting, int estimates) {
        CostsWithoutVariables costs = new CostsWithoutVariables();
        AtomicInteger made = new AtomicInteger();

        for (int i = 0; i < 2; i++) {
            costs.of(List.of(), 1, () -> {
                made.incrementAndGet();
                return new OperationCost(2, 3, isLasting);
            });
        }

        assertEquals(estimates, made.get());
    }
}
