package dev.greengraph.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.AccountsConfig;
import dev.greengraph.admission.document.DocumentLimits;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

    private static final Map<String, String> MAIN = Map.of(
            "GREENGRAPH_ACCOUNTS_MAIN_ID_INSTANCE", "7103000001",
            "GREENGRAPH_ACCOUNTS_MAIN_API_TOKEN", "secret-token-0123456789");

    @ParameterizedTest
    @CsvSource({
        "GREENGRAPH_LIMITS_DEPHT, 5",
        "GREENGRAPH_LIMITS_ANSWER_VALUE, 5",
        "GREENGRAPH_ACCOUNTS_MY_SHOP_ID_INSTANCE, 7103000002",
        "GREENGRAPH_ACCOUNTS_MAIN_API_TOKN, secret-token-0123456789",
        "GREENGRAPH_DEFAULT_ACCOUNTS, main",
        "_PROD_GREENGRAPH_LIMITS_DEPHT, 5",
    })
    void aMisspeltVariableStopsTheStartAndIsNamed(String variable, String value) {
        ConfigValidationException refused =
                assertThrows(ConfigValidationException.class, () -> settings(variable, value, Map.of()));

        String message = String.valueOf(refused.getMessage());
        assertEquals(1, message.lines().skip(1).distinct().count(), message);
        String named = variable.replace("_PROD_", "");
        assertTrue(message.contains("in environment variable " + named + " does not map to any root"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "GREENGRAPH_SERVICE_HOST, 10.0.0.1",
        "GREENGRAPH_SERVICE_PORT, 80",
        "GREENGRAPH_SERVICE_PORT_HTTP, 80",
        "GREENGRAPH_PORT, tcp://10.0.0.1:80",
        "GREENGRAPH_PORT_80_TCP, tcp://10.0.0.1:80",
        "GREENGRAPH_PORT_80_TCP_PROTO, tcp",
        "GREENGRAPH_PORT_80_TCP_PORT, 80",
        "GREENGRAPH_PORT_80_TCP_ADDR, 10.0.0.1",
        "GREENGRAPH_LIMITS_SERVICE_HOST, 10.0.0.1",
        "GREENGRAPH_BLUE_PORT, udp://10.0.0.1:53",
        "GREENGRAPH_BLUE_PORT_53_UDP_ADDR, 10.0.0.1",
    })
    void variablesOfKubernetesAreNoSettings(String variable, String value) {
        assertEquals(
                12,
                settings(variable, value, Map.of())
                        .getConfigMapping(DocumentLimits.class)
                        .depth());
    }

    @Test
    void aPortThatIsNoAddressIsNotFromKubernetes() {
        assertThrows(ConfigValidationException.class, () -> settings("GREENGRAPH_LIMITS_PORT", "7391", Map.of()));
    }

    @Test
    void anEmptyVariableIsAsIfAbsent() {
        Map<String, String> below = Map.of("greengraph.limits.depth", "7");

        assertEquals(12, limits("GREENGRAPH_LIMITS_DEPTH", "", Map.of()).depth());
        assertEquals(7, limits("GREENGRAPH_LIMITS_DEPTH", "", below).depth());
        assertEquals(9, limits("GREENGRAPH_LIMITS_DEPTH", "9", below).depth());
        assertEquals(12, limits("GREENGRAPH_LIMITS_DEPHT", "", Map.of()).depth());
    }

    @Test
    void aVariableOfAnAccountWithADashIsRead() {
        Map<String, String> file = Map.of("greengraph.accounts.my-shop.id-instance", "7103000002");

        AccountsConfig accounts = settings("GREENGRAPH_ACCOUNTS_MY_SHOP_API_TOKEN", "token-of-my-shop", file)
                .getConfigMapping(AccountsConfig.class);

        assertEquals(
                "token-of-my-shop",
                accounts.accounts().get("my-shop").apiToken().orElseThrow());
        assertEquals(2, accounts.accounts().size());
    }

    @Test
    void variablesOfAQuotedAccountAreRead() {
        AccountsConfig accounts = config(
                        Map.of(
                                "GREENGRAPH_ACCOUNTS__MAIN__ID_INSTANCE", "7103000001",
                                "GREENGRAPH_ACCOUNTS__MAIN__API_TOKEN", "token-of-main"),
                        Map.of())
                .getConfigMapping(AccountsConfig.class);

        assertEquals("token-of-main", accounts.accounts().get("main").apiToken().orElseThrow());
        assertEquals(1, accounts.accounts().size());
    }

    private static DocumentLimits limits(String variable, String value, Map<String, String> file) {
        return settings(variable, value, file).getConfigMapping(DocumentLimits.class);
    }

    private static SmallRyeConfig settings(String variable, String value, Map<String, String> file) {
        Map<String, String> environment = new HashMap<>(MAIN);
        environment.put(variable, value);
        return config(environment, file);
    }

    private static SmallRyeConfig config(Map<String, String> environment, Map<String, String> file) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withInterceptors(new UnknownVariables())
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(AccountsConfig.class)
                .withMapping(DocumentLimits.class)
                .withSources(GatewayEnvironment.source(environment), new PropertiesConfigSource(file, "file", 100))
                .build();
    }
}
