package dev.greengraph.auth;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerSettingsTest {

    private static final String ADDRESS = "quarkus.oidc.auth-server-url";
    private static final String AUDIENCE = "quarkus.oidc.token.audience";

    private static final String ISSUER = "quarkus.oidc.token.issuer";

    @Test
    void modeOidcNeedsAnIssuer() {
        assertRefused(Map.of(AUDIENCE, "greengraph"), ADDRESS + ": must be ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "id.example.com", "ftp://id.example.com", "https:/id", "https://a b"})
    void anIssuerHasAWebAddress(String address) {
        assertRefused(Map.of(ADDRESS, address, AUDIENCE, "greengraph"), ADDRESS + ": must be ");
    }

    @Test
    void aTokenForAnotherServiceWouldPassWithoutAnAudience() {
        assertRefused(Map.of(ADDRESS, "https://id.example.com"), AUDIENCE + ": must be ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "greengraph,any"})
    void anyAudienceIsNone(String audience) {
        assertRefused(Map.of(ADDRESS, "https://id.example.com", AUDIENCE, audience), AUDIENCE + ": must be ");
    }

    @Test
    void anyIssuerIsNone() {
        Map<String, String> settings = Map.of(ADDRESS, "https://id.example.com", AUDIENCE, "greengraph");

        assertRefused(with(settings, "any"), ISSUER + ": must be ");
        assertDoesNotThrow(settings(with(settings, "https://login.example.com"))::check);
    }

    @Test
    void bothAreEnough() {
        assertDoesNotThrow(settings(Map.of(ADDRESS, "https://id.example.com", AUDIENCE, "greengraph"))::check);
    }

    private static Map<String, String> with(Map<String, String> settings, String issuer) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(ISSUER, issuer);
        return all;
    }

    private static void assertRefused(Map<String, String> values, String message) {
        String told = String.valueOf(assertThrows(ConfigurationException.class, settings(values)::check)
                .getMessage());
        assertTrue(told.startsWith(message), told);
    }

    private static IssuerSettings settings(Map<String, String> values) {
        return new IssuerSettings(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build());
    }
}
