package dev.greengraph.media.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.greengraph.media.address.Signatures.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

    private static final String NAME = "name";
    private static final Instant NOW = Instant.parse("2026-03-02T10:20:00Z");
    private static final Instant HOUR = Instant.parse("2026-03-02T11:00:00Z");
    private static final Instant END = Instant.parse("2026-03-02T12:00:00Z");

    private final MediaSettings settings = MediaSettings.of("a secret of at least 32 characters");
    private final Signatures signatures = new Signatures(settings, new MediaKeys(settings));

    @Test
    void theEndIsTheSameWithinAnHour() {
        assertEquals(END.getEpochSecond(), signatures.end(NOW));
        assertEquals(END.getEpochSecond(), signatures.end(HOUR.minusMillis(1)));
        assertNotEquals(END.getEpochSecond(), signatures.end(HOUR));
        assertEquals(HOUR, signatures.sameUntil(NOW));
        assertEquals(HOUR.plus(Duration.ofHours(1)), signatures.sameUntil(HOUR));
    }

    @Test
    void aSignatureIsGoodUntilItsEnd() {
        assertEquals(Verdict.GOOD, judge(NAME, END, END.minusMillis(1)));
        assertEquals(Verdict.EXPIRED, judge(NAME, END, END));
        assertEquals(Verdict.EXPIRED, judge(NAME, END, END.plusSeconds(1)));
    }

    @Test
    void aSignatureIsOfOneNameAndOneEnd() {
        String signature = signatures.sign(NAME, END.getEpochSecond());

        assertEquals(Verdict.WRONG, signatures.judge("other", text(END), signature, NOW));
        assertEquals(Verdict.WRONG, signatures.judge(NAME, text(END.plusSeconds(1)), signature, NOW));
        assertEquals(Verdict.WRONG, signatures.judge(NAME, "0" + text(END), signature, NOW));
        assertEquals(Verdict.WRONG, signatures.judge(NAME, text(END), signature + "A", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e9", "99999999999999999999", "now"})
    void anEndThatIsNoTimeIsWrong(String end) {
        assertEquals(Verdict.WRONG, signatures.judge(NAME, end, signatures.sign(NAME, 1), NOW));
    }

    @Test
    void whereNothingIsSignedEverySignatureIsWrong() {
        MediaSettings off = settings.signedFor(Duration.ZERO);
        Signatures none = new Signatures(off, new MediaKeys(off));

        assertEquals(Verdict.WRONG, none.judge(NAME, text(END), signatures.sign(NAME, END.getEpochSecond()), NOW));
    }

    private Verdict judge(String name, Instant end, Instant now) {
        return signatures.judge(name, text(end), signatures.sign(name, end.getEpochSecond()), now);
    }

    private static String text(Instant end) {
        return Long.toString(end.getEpochSecond());
    }
}
