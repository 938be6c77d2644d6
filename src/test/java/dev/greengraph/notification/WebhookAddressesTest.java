package dev.greengraph.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.account.Messenger;
import dev.greengraph.account.Secret;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookAddressesTest {

    private static final String PATH = "a-path-that-nobody-guesses";
    private static final String TOKEN = "a-token-that-nobody-guesses";

    @Test
    void knowsItsSenderByAddressAndToken() {
        WebhookAddresses addresses = addresses(Map.of("main.path", PATH, "main.token", TOKEN));

        assertTrue(addresses.areAny());
        assertEquals("main", name(addresses.account(PATH, "Bearer " + TOKEN)));
        assertEquals("main", name(addresses.account(PATH, TOKEN)));
        assertEquals("", name(addresses.account(PATH, "Bearer other-token-that-nobody-guesses")));
        assertEquals("", name(addresses.account(PATH, null)));
        assertEquals("", name(addresses.account(TOKEN, PATH)));
        assertEquals("", name(addresses.account("another-path-that-nobody-guesses", TOKEN)));
        assertFalse(addresses(Map.of()).areAny());
    }

    @Test
    void readsSecretsFromFiles(@TempDir Path folder) throws IOException {
        Path path = Files.writeString(folder.resolve("path"), "\uFEFF" + PATH + "\n");
        Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");

        WebhookAddresses addresses =
                addresses(Map.of("main.path-file", path.toString(), "main.token-file", token.toString()));

        assertEquals("main", name(addresses.account(PATH, TOKEN)));
    }

    @ParameterizedTest
    @CsvSource({
        "other.path, must be the name of an account",
        "main.token, path: must be set here or in path-file",
        "main.path, token: must be set here or in token-file",
    })
    void refusesWhatCannotWork(String setting, String message) {
        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> addresses(Map.of(setting, TOKEN)));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
        assertFalse(refused.getMessage().contains(TOKEN), "no secret in a message");
    }

    @Test
    void whoseQueueIsReadHasNoAddress() {
        assertFalse(addresses(Map.of("main.queue", "true")).areAny());
        ConfigurationException both = assertThrows(
                ConfigurationException.class,
                () -> addresses(Map.of("main.queue", "true", "main.path", PATH, "main.token", TOKEN)));
        assertTrue(both.getMessage().contains("main.queue: must be false where path or token is set"));
    }

    @Test
    void refusesWhatCanBeGuessedOrIsGivenTwice() {
        assertThrows(ConfigurationException.class, () -> addresses(Map.of("main.path", "short", "main.token", TOKEN)));
        assertThrows(
                ConfigurationException.class,
                () -> addresses(Map.of(
                        "main.path", PATH, "main.token", TOKEN, "second.path", PATH, "second.token", TOKEN + "2")));
    }

    private static String name(Optional<Account> account) {
        return account.map(known -> known.id().value()).orElse("");
    }

    private static WebhookAddresses addresses(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(NotificationConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("greengraph.notifications.accounts." + name, value));
        builder.withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(MemorySize.class, 100, new MemorySizeConverter());
        return new WebhookAddresses(
                builder.build().getConfigMapping(NotificationConfig.class),
                new Accounts(List.of(account("main"), account("second")), Optional.empty()));
    }

    private static Account account(String name) {
        return new Account(
                new AccountId(name),
                "7103000001",
                new Secret("secret"),
                URI.create("http://upstream.test"),
                Messenger.WHATSAPP);
    }
}
