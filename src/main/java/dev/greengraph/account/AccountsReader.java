package dev.greengraph.account;

import dev.greengraph.account.AccountsConfig.UpstreamAccountConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks the account settings. Each message names the setting and what it must be, never a secret value. */
final class AccountsReader {

    private static final URI WHATSAPP_ADDRESS = URI.create("https://api.green-api.com");
    private static final URI MAX_ADDRESS = URI.create("https://3100.api.green-api.com");
    private static final String TOKEN = "[0-9A-Za-z_-]{8,200}";

    private AccountsReader() {}

    static Accounts read(AccountsConfig config) {
        List<Account> accounts = config.accounts().entrySet().stream()
                .map(entry -> account(entry.getKey(), entry.getValue()))
                .toList();
        if (accounts.isEmpty()) {
            throw new ConfigurationException(
                    "greengraph.accounts.<name>.id-instance: no account is configured; at least"
                            + " one is needed, with id-instance and api-token");
        }
        refuseTheSameInstance(accounts);
        return new Accounts(accounts, config.defaultAccount().map(name -> defaultAccount(name, accounts)));
    }

    /** Two accounts with the same idInstance would have two budgets for one rate limit, whatever their addresses. */
    private static void refuseTheSameInstance(List<Account> accounts) {
        Map<String, Account> known = new HashMap<>();
        for (Account account : accounts) {
            Account other = known.put(account.idInstance(), account);
            if (other != null) {
                throw wrong(
                        "greengraph.accounts." + account.id() + ".id-instance",
                        "an instance that no other account has; " + other.id() + " has it");
            }
        }
    }

    private static AccountId defaultAccount(String name, List<Account> accounts) {
        List<String> names =
                accounts.stream().map(account -> account.id().value()).toList();
        if (!names.contains(name)) {
            throw wrong("greengraph.default-account", "the name of a configured account, one of " + names);
        }
        return new AccountId(name);
    }

    private static Account account(String name, UpstreamAccountConfig config) {
        String prefix = "greengraph.accounts." + name;
        if (!name.matches(AccountId.PATTERN)) {
            throw wrong(prefix, "a name of 1 to 40 lower-case letters, digits, - and _");
        }
        Messenger messenger = messenger(prefix + ".messenger", config.messenger());
        return new Account(
                new AccountId(name),
                matching(prefix + ".id-instance", config.idInstance(), "[0-9]{4,20}", "4 to 20 digits"),
                new Secret(token(prefix, config)),
                config.apiUrl()
                        .map(url -> UpstreamAddress.read(prefix + ".api-url", url))
                        .orElse(messenger == Messenger.MAX ? MAX_ADDRESS : WHATSAPP_ADDRESS),
                messenger);
    }

    private static Messenger messenger(String setting, Optional<String> value) {
        return switch (value.orElse("whatsapp").toLowerCase(Locale.ROOT)) {
            case "whatsapp" -> Messenger.WHATSAPP;
            case "max" -> Messenger.MAX;
            default -> throw wrong(setting, "whatsapp or max");
        };
    }

    private static String token(String prefix, UpstreamAccountConfig config) {
        if (config.apiToken().isPresent() && config.apiTokenFile().isPresent()) {
            throw wrong(prefix + ".api-token", "absent where api-token-file is set");
        }
        Optional<String> fromFile =
                config.apiTokenFile().map(file -> SecretFile.read(prefix + ".api-token-file", file, "the token"));
        String setting = prefix + (fromFile.isPresent() ? ".api-token-file" : ".api-token");
        return matching(setting, fromFile.or(config::apiToken), TOKEN, "8 to 200 letters, digits, - and _");
    }

    private static String matching(String setting, Optional<String> value, String pattern, String allowed) {
        return value.map(String::strip)
                .filter(text -> text.matches(pattern))
                .orElseThrow(() -> wrong(setting, allowed + (value.isEmpty() ? "; it is missing" : "")));
    }

    private static ConfigurationException wrong(String setting, String allowed) {
        return new ConfigurationException(setting + ": must be " + allowed);
    }
}
