package dev.greengraph.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.admission.document.DocumentLimits;
import dev.greengraph.admission.stored.PersistedQueriesConfig;
import dev.greengraph.cache.freshness.CacheConfig;
import dev.greengraph.gate.breaker.GateConfig;
import dev.greengraph.gate.budget.BudgetConfig;
import dev.greengraph.http.load.LimitsConfig;
import dev.greengraph.upstream.UpstreamConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits.request-body        | 0         | 1 and more           | 1",
                "limits.query-characters    | 0         | 1 and more           | 1",
                "limits.tokens              | 0         | 1 and more           | 1",
                "limits.fragments           | -1        | 0 and more           | 0",
                "limits.fragment-spreads    | -1        | 0 and more           | 0",
                "limits.directives          | -1        | 0 and more           | 0",
                "limits.depth               | 0         | 1 and more           | 1",
                "limits.aliases             | -1        | 0 and more           | 0",
                "limits.root-fields         | 0         | 1 and more           | 1",
                "limits.expanded-fields     | 0         | 1 and more           | 1",
                "limits.upstream-calls      | -1        | 0 and more           | 0",
                "limits.answer-values       | 0         | 1 and more           | 1",
                "limits.answer-body         | 0         | 1 and more           | 1",
                "limits.unsent-answers      | 0         | 1 and more           | 1",
                "limits.variable-depth      | -1        | 0 and more           | 0",
                "upstream.max-body          | 0         | 1 and more           | 1",
                "upstream.connections       | 0         | 1 and more           | 1",
                "upstream.timeout           | 0s        | 1ms to 1h            | 1ms",
                "upstream.timeout           | PT1H0.001S | 1ms to 1h           | 1h",
                "upstream.connect-timeout   | -1s       | 1ms to 1h            | 1s",
                "budget.spacing             | 0.999     | 1 to 1000            | 1",
                "budget.spacing             | 1000.1    | 1 to 1000            | 1000",
                "budget.spacing             | NaN       | 1 to 1000            | 1.05",
                "budget.max-wait            | -1s       | 0s to 31d            | 0s",
                "gate.rate-limit-backoff    | 0s        | 1ms to 1h            | 1ms",
                "gate.rate-limit-backoff    | PT1H0.001S | 1ms to 1h           | 30s",
                "gate.max-rate-limit-backoff | 61m      | 1ms to 1h            | 1h",
                "gate.max-rate-limit-backoff | 999ms    | rate-limit-backoff and longer | 1s",
                "gate.quota-cooldown        | 0s        | 1ms to 31d           | 31d",
                "gate.quota-cooldown        | 32d       | 1ms to 31d           | 1ms",
                "gate.unauthorized-cooldown | -1s       | 1ms to 31d           | 1s",
                "gate.breaker-failures      | 0         | 1 and more           | 1",
                "gate.breaker-open-for      | 0s        | 1ms to 1h            | 1h",
                "journal.max-memory         | 0         | 1 and more           | 1",
                "journal.not-found-for      | -1s       | 0s to 31d            | 0s",
                "journal.messages.fresh-for | -1s       | 0s to 31d            | 0s",
                "journal.messages.stale-for | 4s        | fresh-for and longer | 5s",
                "journal.history.stale-for  | 29s       | fresh-for and longer | 30s",
                "journal.message.fresh-for  | 32d       | 0s to 31d            | 24h",
                "journal.statuses.stale-for | 32d       | 0s to 31d            | 31d",
                "journal.accounts.main.messages.stale-for | 4s | fresh-for and longer | 5s",
                "journal.accounts.main.history.fresh-for  | 32d | 0s to 31d           | 24h",
                "journal.accounts.main.not-found-for      | -1s | 0s to 31d           | 0s",
                "budget.accounts.main.spacing             | 0.9 | 1 to 1000           | 1",
                "budget.accounts.main.max-wait            | -1s | 0s to 31d           | 0s",
            })
    void namesTheSettingAndTakesTheBoundary(String setting, String wrong, String allowed, String right) {
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> check(setting, wrong));

        String message = String.valueOf(refused.getMessage());
        assertEquals("greengraph." + setting + ": allowed is " + allowed, message);
        assertTrue(message.lines().count() == 1);
        check(setting, right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal.accounts.other.messages.fresh-for", "budget.accounts.other.max-wait"})
    void refusesAnAccountThatIsNotConfigured(String setting) {
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> check(setting, "6s"));

        String prefix = "greengraph." + setting.substring(0, setting.indexOf("other") + 5);
        assertEquals(prefix + ": allowed is the name of a configured account, one of [main]", refused.getMessage());
    }

    private static void check(String setting, String value) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(LimitsConfig.class)
                .withMapping(DocumentLimits.class)
                .withMapping(PersistedQueriesConfig.class)
                .withMapping(CacheConfig.class)
                .withMapping(BudgetConfig.class)
                .withMapping(GateConfig.class)
                .withMapping(UpstreamConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("greengraph." + setting, value), "test", 100))
                .build();
        new StartupChecks(
                        config.getConfigMapping(LimitsConfig.class),
                        config.getConfigMapping(CacheConfig.class),
                        config.getConfigMapping(BudgetConfig.class),
                        config.getConfigMapping(GateConfig.class),
                        config.getConfigMapping(UpstreamConfig.class))
                .checkRanges(Set.of("main"));
        new AdmissionChecks(
                        config.getConfigMapping(DocumentLimits.class),
                        config.getConfigMapping(PersistedQueriesConfig.class))
                .checkRanges();
    }
}
