package dev.greengraph.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.admission.stored.TrustingProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each document of a manifest could cost. */
@QuarkusTest
@TestProfile(TrustingProfile.class)
class TrustedReportTest {

    @Inject
    TrustedReport report;

    @Test
    void saysTheCallsOfEachDocumentAndWhichIsTooMuch() {
        assertEquals(
                List.of(
                        "trusted document Chat: at most 1 upstream call (1 for single fields)",
                        "trusted document Inbox: at most 2 upstream calls (lastIncomingMessages, lastOutgoingMessages)",
                        "trusted document Names: at most 0 upstream calls"),
                lines(false));
        assertEquals(1, lines(true).size());
    }

    private List<String> lines(boolean refused) {
        return report.lines().stream()
                .filter(line -> line.isRefused() == refused)
                .map(TrustedReport.Line::text)
                .sorted()
                .toList();
    }
}
