package dev.greengraph.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorAccountsTest {

    private static final String SHOP_URL = "greengraph.accounts.shop.api-url";

    @Test
    void aGatewayWithoutAccountsIsPointedToTheSimulator() {
        // When
        SmallRyeConfig config = config("dev", Map.of(), Map.of());

        // Then
        assertEquals("http://127.0.0.1:7391", value(config, SHOP_URL));
        assertEquals("7103000001", value(config, "greengraph.accounts.shop.id-instance"));
        assertEquals("whatsapp", value(config, "greengraph.accounts.shop.messenger"));
        assertEquals("max", value(config, "greengraph.accounts.studio.messenger"));
        assertEquals("shop", value(config, "greengraph.default-account"));
        assertEquals("true", value(config, "greengraph.simulator.enabled"));
        assertEquals("open", value(config, "greengraph.auth.mode"));
    }

    @Test
    void anAuthenticationOfSomebodyElseWins() {
        // When
        SmallRyeConfig config = config("prod", Map.of("greengraph.auth.mode", "api-key"), Map.of());

        // Then
        assertEquals("http://127.0.0.1:7391", value(config, SHOP_URL));
        assertEquals("api-key", value(config, "greengraph.auth.mode"));
    }

    @Test
    void thePortOfTheSimulatorIsThePortOfItsAccounts() {
        // When
        SmallRyeConfig config = config("dev", Map.of("greengraph.simulator.port", "7999"), Map.of());

        // Then
        assertEquals("http://127.0.0.1:7999", value(config, SHOP_URL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "greengraph.accounts.main.id-instance",
                "%dev.greengraph.accounts.main.api-token",
                "greengraph.accounts.\"north shop\".api-url"
            })
    void anAccountOfSomebodyElseKeepsTheSimulatorAway(String property) {
        // When
        SmallRyeConfig config = config("dev", Map.of(property, "1"), Map.of());

        // Then
        assertAway(config);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREENGRAPH_ACCOUNTS_MAIN_ID_INSTANCE", "_DEV_GREENGRAPH_ACCOUNTS_MAIN_API_TOKEN"})
    void anAccountInTheEnvironmentKeepsTheSimulatorAway(String variable) {
        // When
        SmallRyeConfig config = config("dev", Map.of(), Map.of(variable, "1"));

        // Then
        assertAway(config);
    }

    @Test
    void anAccountOfAnotherProfileDoesNot() {
        // When
        SmallRyeConfig config = config("dev", Map.of("%test.greengraph.accounts.main.id-instance", "1"), Map.of());

        // Then
        assertEquals("true", value(config, "greengraph.simulator.enabled"));
    }

    @Test
    void testsStartWithoutTheSimulator() {
        assertAway(config("test", Map.of(), Map.of()));
    }

    @Test
    void theBuildIsNotToldOfAccountsThatItWouldBakeIn() {
        // When
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withProfile("prod")
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(Map.of(), "Build system", 100))
                .withSources(new SimulatorAccounts())
                .build();

        // Then
        assertAway(config);
    }

    @Test
    void switchedOffMeansNoAccountsEither() {
        // When
        SmallRyeConfig config = config("prod", Map.of(), Map.of("GREENGRAPH_SIMULATOR_ENABLED", "false"));

        // Then
        assertEquals(Optional.empty(), config.getOptionalValue(SHOP_URL, String.class));
    }

    @Test
    void aDefaultAccountOfSomebodyElseWins() {
        // When
        SmallRyeConfig config = config("dev", Map.of("greengraph.default-account", "studio"), Map.of());

        // Then
        assertEquals("studio", value(config, "greengraph.default-account"));
    }

    @Test
    void theProcessStopsWithoutDelayUnlessAPersonWantsOne() {
        Map<String, String> artifact = Map.of("%prod.quarkus.shutdown.delay", "5s");

        assertEquals("0s", value(config("prod", artifact, Map.of()), "quarkus.shutdown.delay"));
        assertEquals(
                "7s",
                value(config("prod", artifact, Map.of("QUARKUS_SHUTDOWN_DELAY", "7s")), "quarkus.shutdown.delay"));
    }

    @Test
    void theFactoryIsRegistered() {
        // When
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withProfile("dev")
                .addDefaultInterceptors()
                .addDiscoveredSources()
                .build();

        // Then
        assertTrue(config.getOptionalValue(SHOP_URL, String.class).isPresent());
    }

    private static SmallRyeConfig config(
            String profile, Map<String, String> properties, Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withProfile(profile)
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "application", 250))
                .withSources(new EnvConfigSource(variables, 300))
                .withSources(new SimulatorAccounts())
                .build();
    }

    private static String value(SmallRyeConfig config, String name) {
        return config.getConfigValue(name).getValue();
    }

    private static void assertAway(SmallRyeConfig config) {
        assertEquals(Optional.empty(), config.getOptionalValue(SHOP_URL, String.class));
        assertEquals(Optional.empty(), config.getOptionalValue("greengraph.simulator.enabled", Boolean.class));
        assertEquals(Optional.empty(), config.getOptionalValue("greengraph.auth.mode", String.class));
    }
}
