package dev.greengraph.startup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpChecksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com",
                "http://localhost:3000",
                "http://127.0.0.1:8080",
                "http://[::1]:3000",
                "https://xn--bcher-kva.example",
                "http://app.example.com:443",
            })
    void letsAnOriginPass(String origin) {
        assertDoesNotThrow(() -> HttpChecks.checkOrigins(Set.of(origin)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*",
                "https://*.example.com",
                "null",
                "app.example.com",
                "//app.example.com",
                "https://",
                "https://app.example.com/",
                "https://app.example.com/path",
                "https://app.example.com?q",
                "https://app.example.com#f",
                "https://user@app.example.com",
                "https://App.example.com",
                "HTTPS://app.example.com",
                "https://app.example.com:443",
                "http://app.example.com:80",
                "https://app.example.com:",
                "ftp://app.example.com",
                "file:///tmp",
                "/https:.*/",
                "https://a.example https://b.example",
            })
    void stopsTheStartForWhatNoBrowserSends(String origin) {
        ConfigurationException refused = assertThrows(
                ConfigurationException.class, () -> HttpChecks.checkOrigins(Set.of("https://right.example", origin)));

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("greengraph.http.cors.origins: must be "), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "gateway.example.com", "127.0.0.1", "[::1]"})
    void letsAHostPass(String host) {
        assertDoesNotThrow(() -> HttpChecks.checkHosts(Set.of(host)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "Localhost", "localhost:8080", "::1", "https://localhost", "localhost/"})
    void stopsTheStartForWhatIsNoHost(String host) {
        ConfigurationException refused = assertThrows(
                ConfigurationException.class, () -> HttpChecks.checkHosts(Set.of("gateway.example.com", host)));

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("greengraph.http.hosts: must be "), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Client", "apollographql-client-name", "x1"})
    void letsARequestHeaderPass(String name) {
        assertDoesNotThrow(() -> HttpChecks.checkRequestHeaders(Set.of(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "X Client", "X-Client:", "X-Client\r\nX-Other", "X-Client\u00e4"})
    void stopsTheStartForWhatIsNoRequestHeader(String name) {
        ConfigurationException refused = assertThrows(
                ConfigurationException.class, () -> HttpChecks.checkRequestHeaders(Set.of("X-Right", name)));

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("greengraph.http.cors.request-headers: must be "), message);
    }
}
