package dev.greengraph.media.address;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaChecksTest {

    private static final MediaSettings SETTINGS = MediaSettings.of("a secret of at least 32 characters");

    @ParameterizedTest
    @ValueSource(strings = {"files.example.com", "media-*.storage.example.com", "*.example.com", "do-*.*.example.com"})
    void letsAHostPass(String host) {
        assertDoesNotThrow(() -> MediaChecks.check(withHost(host)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.com",
                "files.*.com",
                "files-*.com",
                "files.example.*",
                "Files.example.com",
                "https://files.example.com",
                "files.example.com:443",
                "files.example.com/",
                "127.0.0.1",
                "localhost",
                ".*",
            })
    void stopsTheStartForAHostThatWouldLetInTooMuch(String host) {
        refused("greengraph.media.hosts: must be ", withHost(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:7391", "https://[::1]:9000", "http://storage.internal"})
    void letsAnOriginPass(String origin) {
        assertDoesNotThrow(() -> MediaChecks.check(withOrigin(origin)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "storage.internal", "http://*", "http://storage.internal/", "ftp://a.b", "http://u@a.b"})
    void stopsTheStartForWhatIsNoOrigin(String origin) {
        refused("greengraph.media.trusted-origins: must be ", withOrigin(origin));
    }

    @Test
    void stopsTheStartForATimeOfSignaturesThatIsNotWholeSeconds() {
        assertDoesNotThrow(() -> MediaChecks.check(SETTINGS.signedFor(Duration.ZERO)));
        refused("greengraph.media.signature-time: must be ", SETTINGS.signedFor(Duration.ofMillis(1500)));
        refused("greengraph.media.signature-time: must be ", SETTINGS.signedFor(Duration.ofSeconds(-1)));
        refused("greengraph.media.signature-time: must be ", SETTINGS.signedFor(Duration.ofDays(32)));
    }

    @Test
    void stopsTheStartForASecretThatCouldBeGuessed() {
        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> new MediaKeys(MediaSettings.of("too short")));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("greengraph.media.secret-file: must be "));
        assertFalse(String.valueOf(refused.getMessage()).contains("too short"));
    }

    @Test
    void saysWhetherAddressesLast() {
        assertTrue(new MediaKeys(SETTINGS).isLasting());
        assertFalse(new MediaKeys(new MediaSettings(
                        Optional.empty(), Duration.ofHours(1), SETTINGS.hosts(), SETTINGS.trustedOrigins()))
                .isLasting());
    }

    private static void refused(String message, MediaSettings settings) {
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> MediaChecks.check(settings));

        assertTrue(String.valueOf(refused.getMessage()).startsWith(message), refused.getMessage());
    }

    private static MediaSettings withHost(String host) {
        return new MediaSettings(
                SETTINGS.secretFile(), SETTINGS.signatureTime(), Set.of(host), SETTINGS.trustedOrigins());
    }

    private static MediaSettings withOrigin(String origin) {
        return new MediaSettings(
                SETTINGS.secretFile(), SETTINGS.signatureTime(), SETTINGS.hosts(), Optional.of(Set.of(origin)));
    }
}
