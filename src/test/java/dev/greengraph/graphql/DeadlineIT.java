package dev.greengraph.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.process.GatewayProcess;
import dev.greengraph.testsupport.process.HeldUpstream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The packaged gateway answers at the deadline of an operation, not when the upstream does. */
class DeadlineIT {

    private static final String QUERY =
            "{\"query\":\"{accounts{name} account{name chat(chatId:\\\"70000000001@c.us\\\"){history{totalCount}}}}\"}";

    /** The upstream answers when it is released, which is after the answer: waiting for it would end at 60 s. */
    @Test
    void answersWhileTheUpstreamIsStillSilent() throws IOException, InterruptedException {
        try (HeldUpstream upstream = new HeldUpstream(1);
                GatewayProcess gateway = GatewayProcess.start(settings(upstream))) {
            HttpRequest request = HttpRequest.newBuilder(gateway.uri("/graphql"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                    .build();

            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .sendAsync(request, BodyHandlers.ofString())
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();

            upstream.awaitCalls();
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("\"code\":\"UPSTREAM_TIMEOUT\""), answer.body());
            assertTrue(answer.body().contains("\"accounts\":[{\"name\":\"main\"}]"), answer.body());
        }
    }

    private static Map<String, String> settings(HeldUpstream upstream) {
        return Map.of(
                "greengraph.accounts.main.id-instance", "7103000001",
                "greengraph.accounts.main.api-token", "secret-token-0123456789",
                "greengraph.accounts.main.api-url", upstream.url(),
                "greengraph.upstream.timeout", "60s",
                "greengraph.budget.max-wait", "60s",
                "greengraph.limits.queue-time", "1m",
                "greengraph.limits.request-time", "1s");
    }
}
