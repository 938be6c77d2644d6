package dev.greengraph.admission;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged gateway says what a manifest costs, and ends as a pipeline understands it. */
class TrustedReportIT {

    @TempDir
    Path folder;

    @Test
    void endsWith0WhereEachDocumentIsAllowed() throws IOException, InterruptedException {
        Launch launch = report("20");

        assertEquals(0, launch.exitCode(), launch.output());
        assertThat(
                launch.output(),
                containsString(
                        "trusted document Inbox: at most 2 upstream calls (lastIncomingMessages, lastOutgoingMessages)"));
    }

    @Test
    void endsWith1WhereOneIsTooMuch() throws IOException, InterruptedException {
        Launch launch = report("1");

        assertEquals(1, launch.exitCode(), launch.output());
        assertThat(launch.output(), containsString("trusted document Inbox: "));
    }

    private Launch report(String upstreamCalls) throws IOException, InterruptedException {
        Path manifest = Files.writeString(
                folder.resolve("manifest.json"), "{\"1\": \"query Inbox { account { chats { nodes { title } } } }\"}");
        return Launch.of(
                Map.of(
                        "greengraph.accounts.main.id-instance", "7103000001",
                        "greengraph.accounts.main.api-token", "token-of-a-test",
                        "greengraph.auth.mode", "open",
                        "greengraph.limits.upstream-calls", upstreamCalls,
                        "greengraph.trusted-documents.manifest", manifest.toString(),
                        "greengraph.trusted-documents.report-only", "true"),
                Map.of(),
                Duration.ofSeconds(60));
    }
}
