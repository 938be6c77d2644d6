package dev.greengraph.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.process.Launch;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A wrong setting stops the packaged gateway, and one line names it. Two are started at a time, each has a processor; no
 * other class runs beside them.
 */
class WrongSettingIT {

    private static final String TOKEN = "secret-token-0123456789";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @CsvSource(
            delimiter = '|',
            value = {
                "greengraph.accounts.main.id-instance     | seven",
                "greengraph.accounts.main.messenger       | telegram",
                "greengraph.accounts.main.api-token-file  | /nowhere",
                "greengraph.accounts.main.api-tokn        | x",
                "greengraph.default-account               | nobody",
                "greengraph.cache.messages.fresh-for    | soon",
                "greengraph.cache.history.stale-for     | -5s",
                "greengraph.limits.request-body           | big",
                "greengraph.limits.query-characters       | 0",
                "greengraph.limits.operations-in-flight   | 0",
                "greengraph.limits.request-time           | 0s",
                "greengraph.limits.depth                  | 0",
                "greengraph.limits.tokens                 | many",
                "greengraph.trusted-documents.manifest    | /nowhere",
                "greengraph.trusted-documents.report-only | true",
                "greengraph.budget.spacing                | 0.5",
                "greengraph.shares.callers.x.weight       | 0",
                "greengraph.shares.callers.x.priority     | first",
                "greengraph.budget.spacing                | slow",
                "greengraph.http.cors.origins             | *",
                "greengraph.replicas.redis                | http://redis",
                "greengraph.upstream.timeot               | 1s",
                "greengraph.auth.mode                     | none",
                "greengraph.auth.callers.web.key-hash     | x",
            })
    void stopsTheStartAndIsNamed(String setting, String value) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        settings.put("greengraph.accounts.main.id-instance", "7103000001");
        settings.put("greengraph.accounts.main.api-token", TOKEN);
        settings.put("greengraph.auth.mode", "open");
        settings.put(setting, value);
        if (setting.endsWith("-file")) {
            settings.remove("greengraph.accounts.main.api-token");
        }

        assertNamed(setting, Launch.of(settings, Map.of(), LONGEST));
    }

    @Test
    void isNamedWhereItCameFromTheEnvironment() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "GREENGRAPH_ACCOUNTS_MAIN_ID_INSTANCE", "7103000001",
                "GREENGRAPH_ACCOUNTS_MAIN_API_TOKEN", TOKEN + "/",
                "GREENGRAPH_ACCOUNTS_MAIN_MESSENGER", "max",
                "GREENGRAPH_AUTH_MODE", "open");

        assertNamed("greengraph.accounts.main.api-token", Launch.of(Map.of(), environment, LONGEST));
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @CsvSource({"GREENGRAPH_LIMITS_DEPHT, 5", "GREENGRAPH_ACCOUNTS_MY_SHOP_ID_INSTANCE, 7103000002"})
    void aMisspeltVariableIsNamed(String variable, String value) throws IOException, InterruptedException {
        Map<String, String> environment = withAccount(Map.of("GREENGRAPH_AUTH_MODE", "open", variable, value));

        assertNamed(variable, Launch.of(Map.of(), environment, LONGEST));
    }

    /** Stops at the account, so every variable before it was taken as no setting. */
    @Test
    void emptyVariablesAndThoseOfKubernetesAreNoSettings() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "GREENGRAPH_LIMITS_DEPTH", "",
                "GREENGRAPH_SERVICE_HOST", "10.0.0.1",
                "GREENGRAPH_PORT", "tcp://10.0.0.1:80",
                "GREENGRAPH_PORT_80_TCP_ADDR", "10.0.0.1",
                "GREENGRAPH_AUTH_MODE", "open",
                "GREENGRAPH_ACCOUNTS_MAIN_API_TOKEN", TOKEN);

        assertNamed("greengraph.accounts.main.id-instance", Launch.of(Map.of(), environment, LONGEST));
    }

    @Test
    void nobodyIsLetInByDefault() throws IOException, InterruptedException {
        assertNamed("greengraph.auth.mode", Launch.of(Map.of(), withAccount(Map.of()), LONGEST));
    }

    @Test
    void aKeyInThePlaceOfItsHashIsNamedAndNotShown() throws IOException, InterruptedException {
        Map<String, String> environment = withAccount(Map.of(
                "GREENGRAPH_AUTH_MODE", "api-key",
                "GREENGRAPH_AUTH_CALLERS_WEB_KEY_HASHES", TOKEN,
                "GREENGRAPH_AUTH_CALLERS_WEB_ACCOUNTS", "main"));

        assertNamed("greengraph.auth.callers.web.key-hashes", Launch.of(Map.of(), environment, LONGEST));
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @CsvSource({"quarkus.oidc.auth-server-url, nonsense", "quarkus.oidc.token.audience, http://127.0.0.1:9/issuer"})
    void anIssuerIsNotGuessed(String setting, String issuer) throws IOException, InterruptedException {
        Map<String, String> environment = withAccount(Map.of(
                "GREENGRAPH_AUTH_MODE", "oidc",
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuer,
                "GREENGRAPH_AUTH_ROLES_SUPPORT_ACCOUNTS", "main"));

        assertNamed(setting, Launch.of(Map.of(), environment, LONGEST));
    }

    private static Map<String, String> withAccount(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("GREENGRAPH_ACCOUNTS_MAIN_ID_INSTANCE", "7103000001");
        all.put("GREENGRAPH_ACCOUNTS_MAIN_API_TOKEN", TOKEN);
        return all;
    }

    private static void assertNamed(String setting, Launch launch) {
        List<String> naming = launch.output()
                .lines()
                .filter(line -> line.contains(setting))
                .distinct()
                .toList();
        assertTrue(launch.exitCode() != 0, launch.output());
        assertEquals(1, naming.size(), launch.output());
        String line = naming.get(0);
        assertTrue(line.contains("must be ") || line.contains("does not map to any root"), line);
        assertFalse(launch.output().contains("\tat "), launch.output());
        assertFalse(launch.output().contains(TOKEN), launch.output());
    }
}
