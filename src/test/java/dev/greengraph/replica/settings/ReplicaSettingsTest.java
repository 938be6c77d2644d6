package dev.greengraph.replica.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaSettingsTest {

    private static final String PREFIX = "greengraph.replicas.";

    @TempDir
    Path folder;

    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void complete() throws IOException {
        settings.put(PREFIX + "redis", "redis://redis:6380/2");
        settings.put(PREFIX + "secret-file", file("secret", "a secret of the deployment, long enough\n"));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private ReplicaSettings read() {
        return ReplicaSettings.of(config()).orElseThrow();
    }

    private ReplicasConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(ReplicasConfig.class)
                .withDefaultValues(settings)
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(ReplicasConfig.class);
    }

    private void assertRefused(String setting) {
        String message = assertThrows(ConfigurationException.class, this::read).getMessage();

        assertTrue(message.startsWith(PREFIX + setting + ": must be "), message);
        assertFalse(message.contains("hidden"), message);
    }

    @Test
    void withoutAnAddressNothingIsShared() {
        settings.clear();

        assertTrue(ReplicaSettings.of(config()).isEmpty());
    }

    @Test
    void userAndPasswordBecomePartOfTheAddress() throws IOException {
        settings.put(PREFIX + "redis-user", "gate way");
        settings.put(PREFIX + "redis-password-file", file("password", "p@ss/word"));

        assertEquals(
                "redis://gate%20way:p%40ss%2Fword@redis:6380/2",
                read().options().getEndpoint());
    }

    @Test
    void tlsChecksTheNameOfTheServer() {
        settings.put(PREFIX + "redis", "rediss://redis");

        assertEquals("rediss://redis:6379", read().options().getEndpoint());
        assertEquals("HTTPS", read().options().getNetClientOptions().getHostnameVerificationAlgorithm());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://redis",
                "redis://user:hidden@redis",
                "redis:6379",
                "redis://redis?password=hidden",
                "redis://redis/first",
                " :"
            })
    void anAddressIsOneOfRedisWithoutSecrets(String address) {
        settings.put(PREFIX + "redis", address);

        assertRefused("redis");
    }

    @ParameterizedTest
    @CsvSource({
        "secret-file, /nowhere",
        "redis-password-file, /nowhere",
        "redis-trust-file, /nowhere",
        "encryption-key-file, /nowhere",
        "timeout, 0s",
        "timeout, 1001ms",
        "max-value, 0"
    })
    void whatCannotBeIsNamed(String setting, String value) {
        settings.put(PREFIX + setting, value);

        assertRefused(setting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "-----BEGIN CERTIFICATE-----\nhidden\n-----END CERTIFICATE-----"})
    void whatIsTrustedAreCertificates(String content) throws IOException {
        settings.put(PREFIX + "redis-trust-file", file("trust", content));

        assertRefused("redis-trust-file");
    }

    @Test
    void aSecretIsNotShort() throws IOException {
        settings.put(PREFIX + "secret-file", file("short", "hidden"));

        assertRefused("secret-file");
    }

    @Test
    void otherSettingsWantAnAddress() {
        settings.remove(PREFIX + "redis");

        assertThrows(ConfigurationException.class, () -> ReplicaSettings.of(config()));
    }

    @Test
    void twoKeysAreRead() throws IOException {
        String key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        settings.put(PREFIX + "encryption-key-file", file("keys", key + "\n" + key + "\n"));

        assertEquals(2, read().keys().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "AAAA", "not base64!"})
    void aKeyHas32Bytes(String key) throws IOException {
        settings.put(PREFIX + "encryption-key-file", file("keys", key));

        assertRefused("encryption-key-file");
    }
}
