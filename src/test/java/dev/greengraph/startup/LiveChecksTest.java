package dev.greengraph.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveChecksTest {

    @ParameterizedTest
    @CsvSource({"4999, false", "5000, false", "5001, true"})
    void theGoodbyeMustFitIntoTheDelay(long goodbyeMillis, boolean isCutShort) {
        Duration goodbye = Duration.ofMillis(goodbyeMillis);

        assertEquals(isCutShort, LiveChecks.isCutShort(goodbye, Optional.of(Duration.ofSeconds(5))));
        assertEquals(false, LiveChecks.isCutShort(goodbye, Optional.of(Duration.ZERO)));
        assertEquals(false, LiveChecks.isCutShort(goodbye, Optional.empty()));
    }
}
