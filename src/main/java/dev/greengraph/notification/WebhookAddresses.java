package dev.greengraph.notification;

import dev.greengraph.account.Account;
import dev.greengraph.account.Accounts;
import dev.greengraph.account.SecretFile;
import dev.greengraph.account.Sha256;
import dev.greengraph.notification.NotificationConfig.AccountNotifications;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose notifications arrive at which address, and who may send them. Both are secrets: each is compared with all that there
 * are, by hashes and in constant time.
 */
@Singleton
public class WebhookAddresses {

    private static final String PREFIX = "greengraph.notifications.accounts.";
    private static final String SECRET = "[0-9A-Za-z_.~-]{16,200}";
    private static final String TOKEN = "\\S{16,200}|Basic \\S{8,200}";

    private final List<Sender> senders;

    WebhookAddresses(NotificationConfig config, Accounts accounts) {
        Map<String, AccountNotifications> pushed = new TreeMap<>(config.accounts());
        pushed.entrySet().removeIf(entry -> isQueue(entry.getKey(), entry.getValue(), accounts));
        this.senders = pushed.entrySet().stream()
                .flatMap(entry -> senders(entry.getKey(), entry.getValue(), accounts))
                .toList();
        Set<String> paths = new HashSet<>();
        pushed.forEach((name, webhook) -> {
            if (!paths.add(path(name, webhook))) {
                throw wrong(name, "path", "a text that no other account has");
            }
        });
    }

    /** The upstream refuses to be asked for notifications that it pushes. */
    private static boolean isQueue(String name, AccountNotifications config, Accounts accounts) {
        account(name, accounts);
        boolean hasAddress = config.path().isPresent()
                || config.pathFile().isPresent()
                || config.token().isPresent()
                || config.tokenFile().isPresent();
        if (config.queue() && hasAddress) {
            throw wrong(name, "queue", "false where path or token is set");
        }
        return config.queue();
    }

    private static Account account(String name, Accounts accounts) {
        return accounts.all().stream()
                .filter(known -> known.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(PREFIX + name + ": must be the name of an account"));
    }

    /** The upstream sends the token as it was entered, or as a bearer token. */
    private static Stream<Sender> senders(String name, AccountNotifications config, Accounts accounts) {
        Account account = account(name, accounts);
        String token =
                one(name, "token", config.token(), config.tokenFile(), TOKEN, "16 to 200 characters without spaces");
        return Stream.of(token, "Bearer " + token)
                .map(authorization -> new Sender(hash(path(name, config), authorization), account));
    }

    private static String path(String name, AccountNotifications config) {
        return one(name, "path", config.path(), config.pathFile(), SECRET, "16 to 200 letters, digits, - . _ and ~");
    }

    private static String one(
            String name, String setting, Optional<String> value, Optional<String> file, String pattern, String must) {
        if (value.isPresent() == file.isPresent()) {
            throw wrong(name, setting, "set here or in " + setting + "-file, and not in both");
        }
        String secret = file.map(
                        path -> SecretFile.read(PREFIX + name + "." + setting + "-file", path, "the " + setting))
                .or(() -> value)
                .orElse("")
                .strip();
        if (!secret.matches(pattern)) {
            throw wrong(name, setting, must);
        }
        return secret;
    }

    private static ConfigurationException wrong(String name, String setting, String must) {
        return new ConfigurationException(PREFIX + name + "." + setting + ": must be " + must);
    }

    /** Whether any account has an address. */
    public boolean areAny() {
        return !senders.isEmpty();
    }

    /**
     * Whose address that is, if the sender may use it.
     *
     * @param path the last part of the address
     * @param authorization the header; absent if there is none
     * @return empty for an address that is none's, and for a sender that is not the upstream: neither is told from the other
     */
    public Optional<Account> account(String path, @Nullable String authorization) {
        byte[] shown = hash(path, authorization == null ? "" : authorization);
        Account found = null;
        for (Sender sender : senders) {
            boolean isSame = MessageDigest.isEqual(sender.hash, shown);
            found = isSame ? sender.account : found;
        }
        return Optional.ofNullable(found);
    }

    private static byte[] hash(String path, String authorization) {
        return Sha256.bytes((path + "\n" + authorization).getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of an address and its authorization, and whose it is. */
    private static final class Sender {

        private final byte[] hash;
        private final Account account;

        Sender(byte[] hash, Account account) {
            this.hash = hash;
            this.account = account;
        }
    }
}
