package dev.greengraph.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.admission.document.DocumentLimits;
import dev.greengraph.admission.stored.PersistedQueriesConfig;
import dev.greengraph.cache.freshness.CacheConfig;
import dev.greengraph.gate.breaker.GateConfig;
import dev.greengraph.gate.budget.BudgetConfig;
import dev.greengraph.gate.turn.SharesConfig;
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
                "limits.request-body        | 0         | at least 1            | 1",
                "limits.query-characters    | 0         | at least 1            | 1",
                "limits.tokens              | 0         | at least 1            | 1",
                "limits.fragments           | -1        | at least 0            | 0",
                "limits.fragment-spreads    | -1        | at least 0            | 0",
                "limits.directives          | -1        | at least 0            | 0",
                "limits.depth               | 0         | at least 1            | 1",
                "limits.aliases             | -1        | at least 0            | 0",
                "limits.root-fields         | 0         | at least 1            | 1",
                "limits.expanded-fields     | 0         | at least 1            | 1",
                "limits.upstream-calls      | -1        | at least 0            | 0",
                "limits.answer-values       | 0         | at least 1            | 1",
                "limits.answer-body         | 0         | at least 1            | 1",
                "limits.unsent-answers      | 0         | at least 1            | 1",
                "limits.variable-depth      | -1        | at least 0            | 0",
                "upstream.max-body          | 0         | at least 1            | 1",
                "upstream.connections       | 0         | at least 1            | 1",
                "upstream.timeout           | 0s        | between 1ms and 1h            | 1ms",
                "upstream.timeout           | PT1H0.001S | between 1ms and 1h           | 1h",
                "upstream.connect-timeout   | -1s       | between 1ms and 1h            | 1s",
                "budget.spacing             | 0.999     | between 1 and 1000            | 1",
                "budget.spacing             | 1000.1    | between 1 and 1000            | 1000",
                "budget.spacing             | NaN       | between 1 and 1000            | 1.05",
                "budget.max-wait            | -1s       | between 0s and 31d            | 0s",
                "gate.rate-limit-backoff    | 0s        | between 1ms and 1h            | 1ms",
                "gate.rate-limit-backoff    | PT1H0.001S | between 1ms and 1h           | 30s",
                "gate.max-rate-limit-backoff | 61m      | between 1ms and 1h            | 1h",
                "gate.max-rate-limit-backoff | 999ms    | at least rate-limit-backoff | 1s",
                "gate.quota-cooldown        | 0s        | between 1ms and 31d           | 31d",
                "gate.quota-cooldown        | 32d       | between 1ms and 31d           | 1ms",
                "gate.unauthorized-cooldown | -1s       | between 1ms and 31d           | 1s",
                "gate.breaker-failures      | 0         | at least 1            | 1",
                "gate.breaker-open-for      | 0s        | between 1ms and 1h            | 1h",
                "cache.max-memory         | 0         | at least 1            | 1",
                "cache.not-found-for      | -1s       | between 0s and 31d            | 0s",
                "cache.least-max-age      | -1s       | between 0s and 31d            | 0s",
                "cache.journal-overlap    | -1s       | between 0s and 31d            | 2m",
                "cache.journal-whole-every | -1s      | between 0s and 31d            | 0s",
                "cache.messages.fresh-for | -1s       | between 0s and 31d            | 0s",
                "cache.messages.stale-for | 4s        | at least fresh-for | 5s",
                "cache.history.stale-for  | 29s       | at least fresh-for | 30s",
                "cache.message.fresh-for  | 32d       | between 0s and 31d            | 24h",
                "cache.chats.fresh-for    | 59s       | at least 60s | 60s",
                "cache.statuses.stale-for | 32d       | between 0s and 31d            | 31d",
                "cache.accounts.main.messages.stale-for | 4s | at least fresh-for | 5s",
                "cache.accounts.main.history.fresh-for  | 32d | between 0s and 31d           | 24h",
                "cache.accounts.main.not-found-for      | -1s | between 0s and 31d           | 0s",
                "budget.accounts.main.spacing             | 0.9 | between 1 and 1000           | 1",
                "budget.accounts.main.max-wait            | -1s | between 0s and 31d           | 0s",
                "shares.header                            | a b | the name of a header         | X-Tenant",
                "shares.callers.x.weight                  | 0   | between 0.01 and 1000        | 0.01",
                "shares.callers.x.priority                | top | a class, one of [high, low, normal] | low",
            })
    void namesTheSettingAndTakesTheBoundary(String setting, String wrong, String allowed, String right) {
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> check(setting, wrong));

        String message = String.valueOf(refused.getMessage());
        assertEquals("greengraph." + setting + ": must be " + allowed, message);
        assertTrue(message.lines().count() == 1);
        check(setting, right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache.accounts.other.messages.fresh-for", "budget.accounts.other.max-wait"})
    void refusesAnAccountThatIsNotConfigured(String setting) {
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> check(setting, "6s"));

        String prefix = "greengraph." + setting.substring(0, setting.indexOf("other") + 5);
        assertEquals(prefix + ": must be the name of a configured account, one of [main]", refused.getMessage());
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
                .withMapping(SharesConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("greengraph." + setting, value), "test", 100))
                .build();
        new StartupChecks(
                        config.getConfigMapping(LimitsConfig.class),
                        config.getConfigMapping(CacheConfig.class),
                        config.getConfigMapping(BudgetConfig.class),
                        config.getConfigMapping(GateConfig.class),
                        config.getConfigMapping(UpstreamConfig.class),
                        config.getConfigMapping(SharesConfig.class))
                .checkRanges(Set.of("main"));
        new AdmissionChecks(
                        config.getConfigMapping(DocumentLimits.class),
                        config.getConfigMapping(PersistedQueriesConfig.class))
                .checkRanges();
    }
}
