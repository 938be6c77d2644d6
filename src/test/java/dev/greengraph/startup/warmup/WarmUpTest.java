package dev.greengraph.startup.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.Accounts;
import dev.greengraph.admission.cost.EveryField;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.testsupport.gateway.ManagementPort;
import dev.greengraph.testsupport.gateway.Scrape;
import graphql.ExecutionResult;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WarmUpProfile.class)
class WarmUpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Stage stage;

    @Inject
    StageAccount account;

    @Inject
    WarmUp warmUp;

    @Inject
    @Readiness
    WarmUpCheck check;

    @Inject
    AccountRepositories repositories;

    @Inject
    Accounts accounts;

    /** That of the start is under way. */
    @BeforeEach
    void stop() {
        warmUp.stop(null);
    }

    @Test
    void typicalQueriesAreAnsweredWholeAndAskNobody() {
        String before = counted();
        account.open();
        try {
            Stream.concat(TypicalQueries.ALL.stream(), Stream.of(EveryField.ofEveryMessage("account", 100)))
                    .forEach(document -> {
                        ExecutionResult result = stage.play(document).await().atMost(PATIENCE);
                        assertEquals(List.of(), result.getErrors(), document);
                    });
        } finally {
            account.close();
        }
        assertEquals(before, counted());
        assertFalse(Scrape.now().text().contains("warm-up"));
    }

    @Test
    void theReadinessProbeIsDownUntilItIsOver() {
        assertTrue(warmUp.isOver());
        ManagementPort.get("/q/health/ready").then().statusCode(200);

        warmUp.begin(null);
        try {
            assertEquals(HealthCheckResponse.Status.DOWN, check.call().getStatus());
            ManagementPort.get("/q/health/ready").then().statusCode(503);
            ManagementPort.get("/q/health/live").then().statusCode(200);
        } finally {
            warmUp.stop(null);
        }
        assertEquals(HealthCheckResponse.Status.UP, check.call().getStatus());
    }

    @Test
    void nothingOfItIsLeft() {
        assertThrows(NullPointerException.class, () -> repositories.of(StageAccount.ID));
        assertTrue(accounts.find(StageAccount.ID).isEmpty());
    }

    /** What was counted of requests, upstream and memory. */
    private static String counted() {
        return Scrape.now()
                .text()
                .lines()
                .filter(line -> line.startsWith("greengraph_") && !line.contains("event_loop"))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
