package dev.greengraph.auth;

import static dev.greengraph.auth.AuthFixture.hash;
import static dev.greengraph.auth.AuthFixture.reader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.greengraph.account.AccountId;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthReaderTest {

    private static final String ONE = hash("one");
    private static final String TWO = hash("two");
    private static final String CALLER = "greengraph.auth.callers.web.";
    private static final String HASHES = "one or two SHA-256 hashes of 64 hexadecimal digits, separated by a comma";
    private static final String NAMES = "names of configured accounts, separated by a comma, or * for all";

    @ParameterizedTest
    @CsvSource({"open, OPEN", "api-key, API_KEY", "oidc, OIDC", "' Api-Key', API_KEY"})
    void readsTheMode(String value, AuthMode mode) {
        assertEquals(mode, reader(Map.of("greengraph.auth.mode", value)).mode());
    }

    @Test
    void thereIsNoModeByDefault() {
        assertRefused(Map.of(), AuthReader::mode, "greengraph.auth.mode: must be open, api-key or oidc; it is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "api_key", "open,oidc"})
    void knowsNoOtherMode(String value) {
        assertRefused(
                Map.of("greengraph.auth.mode", value),
                AuthReader::mode,
                "greengraph.auth.mode: must be open, api-key or oidc");
    }

    @Test
    void aCallerMayHaveTwoKeys() {
        Map<String, String> settings = caller(ONE.toUpperCase(Locale.ROOT) + " , " + TWO, "main");

        assertEquals(2, reader(settings).keys().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret-key-in-the-wrong-place", "", "0123", "%s,%s,%s", "%sf", "%s,0"})
    void refusesWhatIsNoHash(String pattern) {
        assertRefused(
                caller(pattern.replace("%s", ONE), "main"), AuthReader::keys, CALLER + "key-hashes: must be " + HASHES);
    }

    @Test
    void aHashBelongsToOneCallerOnce() {
        String each = "hashes that differ from each other and from those of other callers";
        Map<String, String> settings = caller(ONE, "main");
        settings.put("greengraph.auth.callers.app.key-hashes", TWO + "," + ONE);
        settings.put("greengraph.auth.callers.app.accounts", "sales");

        assertRefused(settings, AuthReader::keys, CALLER + "key-hashes: must be " + each);
        assertRefused(caller(ONE + "," + ONE, "main"), AuthReader::keys, CALLER + "key-hashes: must be " + each);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "main,nobody", "main,*", "Main"})
    void refusesWhatIsNoAccount(String accounts) {
        assertRefused(caller(ONE, accounts), AuthReader::keys, CALLER + "accounts: must be " + NAMES);
        assertRefused(
                Map.of("greengraph.auth.roles.agent.accounts", accounts),
                AuthReader::roles,
                "greengraph.auth.roles.agent.accounts: must be " + NAMES);
    }

    @Test
    void refusesANameThatIsNone() {
        assertRefused(
                Map.of("greengraph.auth.callers.Web.key-hashes", ONE),
                AuthReader::keys,
                "greengraph.auth.callers.Web: must be a name of 1 to 40 lower-case letters, digits, - and _");
    }

    @Test
    void eachModeNeedsSomebodyToLetIn() {
        assertRefused(
                Map.of(),
                AuthReader::keys,
                "greengraph.auth.callers.<name>.key-hashes: must be set for at least one caller with mode api-key;"
                        + " there is none");
        assertRefused(
                Map.of(),
                AuthReader::roles,
                "greengraph.auth.roles.<name>.accounts: must be set for at least one role with mode oidc; there is none");
    }

    @Test
    void aRoleIsNamedAsTheTokenNamesIt() {
        Map<String, Set<AccountId>> roles = reader(Map.of(
                        "greengraph.auth.roles.\"Chat.Reader\".accounts", "sales, support",
                        "greengraph.auth.roles.boss.accounts", "*"))
                .roles();

        assertEquals(Set.of(new AccountId("sales"), new AccountId("support")), roles.get("Chat.Reader"));
        assertEquals(3, roles.get("boss").size());
    }

    private static Map<String, String> caller(String hashes, String accounts) {
        Map<String, String> settings = new HashMap<>();
        settings.put(CALLER + "key-hashes", hashes);
        settings.put(CALLER + "accounts", accounts);
        return settings;
    }

    private static void assertRefused(Map<String, String> settings, Consumer<AuthReader> read, String message) {
        AuthReader reader = reader(settings);
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> read.accept(reader));
        assertEquals(message, refused.getMessage());
    }
}
