package dev.greengraph.auth;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.account.Messenger;
import dev.greengraph.account.Secret;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What tests of authentication share: three accounts, settings, hashes of keys. */
final class AuthFixture {

    static final Accounts ACCOUNTS = new Accounts(
            Stream.of("main", "sales", "support").map(AuthFixture::account).toList(),
            Optional.of(new AccountId("main")));

    private AuthFixture() {}

    static AuthReader reader(Map<String, String> settings) {
        AuthConfig config = new SmallRyeConfigBuilder()
                .withMapping(AuthConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(AuthConfig.class);
        return new AuthReader(config, ACCOUNTS);
    }

    /** What {@code printf %s "$key" | sha256sum} prints. */
    static String hash(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<String> names(Accounts accounts) {
        return accounts.all().stream().map(account -> account.id().value()).toList();
    }

    private static Account account(String name) {
        return new Account(
                new AccountId(name),
                "7103000001",
                new Secret("token"),
                URI.create("http://127.0.0.1:1"),
                Messenger.WHATSAPP);
    }
}
