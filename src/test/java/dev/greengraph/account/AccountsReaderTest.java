package dev.greengraph.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsReaderTest {

    private static final String TOKEN = "secret-token-0123456789";
    private static final String MAIN = "greengraph.accounts.main.";

    @TempDir
    Path folder;

    @Test
    void oneAccountNeedsTwoSettings() {
        Accounts accounts = read(Map.of(MAIN + "id-instance", "7103000001", MAIN + "api-token", TOKEN));

        Account main = accounts.defaultAccount().orElseThrow();
        assertEquals("main", main.id().value());
        assertEquals("7103000001", main.idInstance());
        assertEquals(TOKEN, main.apiToken().reveal());
        assertEquals(URI.create("https://api.green-api.com"), main.apiUrl());
        assertEquals(Messenger.WHATSAPP, main.messenger());
    }

    @Test
    void maxHasAnAddressOfItsOwn() {
        Accounts accounts = read(with("messenger", "MAX"));

        assertEquals(
                URI.create("https://3100.api.green-api.com"), only(accounts).apiUrl());
    }

    @Test
    void readsTheSlashAtTheEndOfAnAddressAway() {
        assertEquals(
                URI.create("http://localhost:7391/base"),
                only(read(with("api-url", " http://localhost:7391/base// "))).apiUrl());
    }

    @Test
    void takesTheTokenFromAFileWithoutTheSpaceAroundIt() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "\n " + TOKEN + " \n");

        Accounts accounts = read(Map.of(MAIN + "id-instance", "7103000001", MAIN + "api-token-file", file.toString()));

        assertEquals(TOKEN, only(accounts).apiToken().reveal());
    }

    @Test
    void ignoresTheByteOrderMarkOfATokenFile() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "\uFEFF" + TOKEN + "\r\n");

        Accounts accounts = read(Map.of(MAIN + "id-instance", "7103000001", MAIN + "api-token-file", file.toString()));

        assertEquals(TOKEN, only(accounts).apiToken().reveal());
    }

    @Test
    void readsTheEnvironment() {
        Accounts accounts = AccountsReader.read(mapping(new EnvConfigSource(
                Map.of(
                        "GREENGRAPH_DEFAULT_ACCOUNT", "main",
                        "GREENGRAPH_ACCOUNTS_MAIN_ID_INSTANCE", "7103000001",
                        "GREENGRAPH_ACCOUNTS_MAIN_API_TOKEN", TOKEN,
                        "GREENGRAPH_ACCOUNTS_OTHER_ID_INSTANCE", "3100000001",
                        "GREENGRAPH_ACCOUNTS_OTHER_API_TOKEN", TOKEN,
                        "GREENGRAPH_ACCOUNTS_OTHER_MESSENGER", "max"),
                300)));

        assertEquals(2, accounts.all().size());
        assertEquals("main", accounts.defaultAccount().orElseThrow().id().value());
        assertEquals(
                TOKEN,
                accounts.find(new AccountId("other")).orElseThrow().apiToken().reveal());
    }

    @Test
    void severalAccountsNeedNoDefault() {
        Map<String, String> settings = valid();
        settings.put("greengraph.accounts.other.id-instance", "7103000002");
        settings.put("greengraph.accounts.other.api-token", TOKEN);

        assertEquals(Optional.empty(), read(settings).defaultAccount());
    }

    @Test
    void twoAccountsAreNotOneInstance() {
        Map<String, String> settings = valid();
        settings.put("greengraph.accounts.other.id-instance", "7103000001");
        settings.put("greengraph.accounts.other.api-token", TOKEN);

        settings.put("greengraph.accounts.other.api-url", "https://7103.api.green-api.com");

        String complaint = complaint(settings);

        assertTrue(complaint.contains("id-instance: must be an instance that no other account has"), complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id-instance    | 7103-1                       | 4 to 20 digits",
                "id-instance    | 123                          | 4 to 20 digits",
                "id-instance    | 123456789012345678901        | 4 to 20 digits",
                "api-token      | short-7                      | 8 to 200 letters, digits, - and _",
                "api-token      | with/a/slash-and?query       | 8 to 200 letters, digits, - and _",
                "messenger      | telegram                     | whatsapp or max",
                "api-url        | ftp://api.example            | an http or https address with a host",
                "api-url        | https:///wrong-value         | an http or https address with a host",
                "api-url        | not an address               | an http or https address with a host",
                "api-url        | https://h.example?t=wrong-value | an http or https address with a host",
                "api-url        | https://wrong-value@h.example | an http or https address with a host",
                "api-token-file | /nowhere/wrong-value         | the path of a readable file",
            })
    void namesTheSettingAndWhatIsAllowedButNotItsValue(String setting, String value, String allowed) {
        Map<String, String> settings = with(setting, value);
        if (setting.equals("api-token-file")) {
            settings.remove(MAIN + "api-token");
        }

        String message = complaint(settings);

        assertTrue(message.startsWith(MAIN + setting + ": must be " + allowed), message);
        assertFalse(message.contains(value), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id-instance | greengraph.accounts.main.id-instance: must be 4 to 20 digits; it is missing",
                "api-token   | greengraph.accounts.main.api-token: must be 8 to 200 letters, digits, - and _; it is missing",
            })
    void saysWhatIsMissing(String setting, String message) {
        Map<String, String> settings = valid();
        settings.remove(MAIN + setting);

        assertEquals(message, complaint(settings));
    }

    @Test
    void takesATokenOrAFileNotBoth() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), TOKEN);

        assertEquals(
                MAIN + "api-token: must be absent where api-token-file is set",
                complaint(with("api-token-file", file.toString())));
    }

    @Test
    void namesTheFileSettingIfItsContentIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "two words of it");
        Map<String, String> settings = with("api-token-file", file.toString());
        settings.remove(MAIN + "api-token");

        String message = complaint(settings);

        assertTrue(message.startsWith(MAIN + "api-token-file: must be 8 to 200"), message);
        assertFalse(message.contains("two words"), message);
    }

    @Test
    void namesADefaultThatIsNoAccount() {
        Map<String, String> settings = valid();
        settings.put("greengraph.default-account", "nobody");

        assertEquals(
                "greengraph.default-account: must be the name of a configured account, one of [main]",
                complaint(settings));
    }

    @Test
    void namesAnAccountWhoseNameIsNone() {
        String message = complaint(Map.of(
                "greengraph.accounts.\"Main Account\".id-instance",
                "7103000001",
                "greengraph.accounts.\"Main Account\".api-token",
                TOKEN));

        assertTrue(message.endsWith(": must be a name of 1 to 40 lower-case letters, digits, - and _"), message);
    }

    @Test
    void wantsAtLeastOneAccount() {
        assertTrue(complaint(Map.of()).startsWith("greengraph.accounts.<name>.id-instance: no account is configured"));
    }

    private static String complaint(Map<String, String> settings) {
        ConfigurationException wrong = assertThrows(ConfigurationException.class, () -> read(settings));
        String message = String.valueOf(wrong.getMessage());
        assertEquals(1, message.lines().count());
        assertFalse(message.contains(TOKEN), message);
        return message;
    }

    private static Map<String, String> valid() {
        return new HashMap<>(Map.of(MAIN + "id-instance", "7103000001", MAIN + "api-token", TOKEN));
    }

    private static Map<String, String> with(String setting, String value) {
        Map<String, String> settings = valid();
        settings.put(MAIN + setting, value);
        return settings;
    }

    private static Account only(Accounts accounts) {
        return accounts.all().get(0);
    }

    private static Accounts read(Map<String, String> settings) {
        return AccountsReader.read(mapping(new PropertiesConfigSource(settings, "test", 100)));
    }

    private static AccountsConfig mapping(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withMapping(AccountsConfig.class)
                .withSources(source)
                .build()
                .getConfigMapping(AccountsConfig.class);
    }
}
