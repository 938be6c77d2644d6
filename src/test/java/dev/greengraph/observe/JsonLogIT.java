package dev.greengraph.observe;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.process.GatewayProcess;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the packaged gateway logs. */
class JsonLogIT {

    private static final Set<String> FIELDS =
            Set.of("timestamp", "level", "loggerName", "threadName", "message", "mdc");

    @Test
    void isALineOfJsonForEachEvent() throws IOException, InterruptedException {
        List<JsonObject> lines = logOfARun(Map.of(
                        "quarkus.log.console.json.enabled",
                        "true",
                        "quarkus.log.category.\"dev.greengraph\".level",
                        "DEBUG"))
                .lines()
                .map(line -> assertDoesNotThrow(() -> new JsonObject(line), line))
                .toList();

        lines.forEach(line -> assertEquals(FIELDS, without(line.fieldNames(), "exception"), line::encode));
        lines.forEach(line -> assertDoesNotThrow(() -> Instant.parse(line.getString("timestamp"))));
        assertTrue(
                lines.stream().noneMatch(line -> line.getJsonObject("mdc").containsKey("traceId")), "traces are off");
        assertTrue(
                lines.stream().anyMatch(line -> "accounts: main (WHATSAPP)".equals(line.getString("message"))),
                lines::toString);
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> !line.getString("level").matches("DEBUG|INFO"))
                        .filter(line -> !line.getString("loggerName").matches(".*(AccessNotice|BlockedThreadChecker)"))
                        .toList(),
                "nothing to worry about, except that it is open and the machine busy");
    }

    @Test
    void isPlainIfAskedTo() throws IOException, InterruptedException {
        String log = logOfARun(Map.of("quarkus.log.console.json.enabled", "false", "quarkus.shutdown.delay", "0s"));

        assertTrue(log.lines().anyMatch(line -> line.endsWith("accounts: main (WHATSAPP)")), log);
        assertTrue(log.lines().noneMatch(line -> line.startsWith("{")), log);
    }

    private static Set<String> without(Set<String> names, String name) {
        Set<String> others = new HashSet<>(names);
        others.remove(name);
        return others;
    }

    /** From the start to the end, with one request whose upstream is down. */
    private static String logOfARun(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("greengraph.auth.mode", "open");
        settings.put("greengraph.accounts.main.id-instance", "7103000001");
        settings.put("greengraph.accounts.main.api-token", "secret-token-0123456789");
        settings.put("greengraph.accounts.main.api-url", "http://127.0.0.1:1");
        try (GatewayProcess gateway = GatewayProcess.start(settings)) {
            RestAssured.given()
                    .contentType("application/json")
                    .body("{\"query\":\"{ account { messages { totalCount } } }\"}")
                    .post(gateway.uri("/graphql"))
                    .then()
                    .statusCode(200);
            gateway.terminate();
            gateway.awaitEnd(Duration.ofSeconds(60));
            return gateway.log();
        }
    }
}
