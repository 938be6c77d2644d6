package dev.greengraph.auth;

import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.auth.AuthConfig.CallerConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the settings of authentication. Each error message names the setting and what it must be, never a value. */
final class AuthReader {

    private static final String PREFIX = "greengraph.auth.";
    private static final String CALLERS = PREFIX + "callers.";
    private static final String ROLES = PREFIX + "roles.";
    private static final String NAME = "[a-z0-9][a-z0-9_-]{0,39}";
    private static final String HASH = "[0-9a-fA-F]{64}";
    private static final String EVERY_ACCOUNT = "*";

    private final AuthConfig config;
    private final Accounts accounts;

    AuthReader(AuthConfig config, Accounts accounts) {
        this.config = config;
        this.accounts = accounts;
    }

    AuthMode mode() {
        String wanted = config.mode().orElse("").strip().toLowerCase(Locale.ROOT);
        return Stream.of(AuthMode.values())
                .filter(mode -> mode.toString().equals(wanted))
                .findFirst()
                .orElseThrow(() -> wrong(
                        PREFIX + "mode",
                        "open, api-key or oidc" + (config.mode().isEmpty() ? "; it is missing" : "")));
    }

    /** The keys of all callers; at least one. */
    List<ApiKeys.Key> keys() {
        List<ApiKeys.Key> keys = new ArrayList<>();
        Set<String> known = new HashSet<>();
        new TreeMap<>(config.callers()).forEach((name, caller) -> {
            if (!name.matches(NAME)) {
                throw wrong(CALLERS + name, "a name of 1 to 40 lower-case letters, digits, - and _");
            }
            Caller owner = new Caller(name, accounts.only(accounts(CALLERS + name + ".accounts", caller.accounts())));
            for (String hash : hashes(CALLERS + name + ".key-hashes", caller, known)) {
                keys.add(new ApiKeys.Key(HexFormat.of().parseHex(hash), owner));
            }
        });
        if (keys.isEmpty()) {
            throw wrong(CALLERS + "<name>.key-hashes", "set for at least one caller with mode api-key; there is none");
        }
        return keys;
    }

    /** The accounts of each role; at least one role. */
    Map<String, Set<AccountId>> roles() {
        if (config.roles().isEmpty()) {
            throw wrong(ROLES + "<name>.accounts", "set for at least one role with mode oidc; there is none");
        }
        return config.roles().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        role -> accounts(
                                ROLES + role.getKey() + ".accounts",
                                role.getValue().accounts())));
    }

    private static List<String> hashes(String setting, CallerConfig caller, Set<String> known) {
        List<String> hashes = caller.keyHashes().orElse(List.of()).stream()
                .map(hash -> hash.strip().toLowerCase(Locale.ROOT))
                .toList();
        boolean wellFormed = hashes.stream().allMatch(hash -> hash.matches(HASH));
        if (hashes.isEmpty() || hashes.size() > 2 || !wellFormed) {
            throw wrong(setting, "one or two SHA-256 hashes of 64 hexadecimal digits, separated by a comma");
        }
        if (!hashes.stream().allMatch(known::add)) {
            throw wrong(setting, "hashes that differ from each other and from those of other callers");
        }
        return hashes;
    }

    private Set<AccountId> accounts(String setting, Optional<List<String>> names) {
        Set<String> configured =
                accounts.all().stream().map(account -> account.id().value()).collect(Collectors.toSet());
        List<String> wanted =
                names.orElse(List.of()).stream().map(String::strip).toList();
        if (wanted.equals(List.of(EVERY_ACCOUNT))) {
            wanted = List.copyOf(configured);
        }
        if (wanted.isEmpty() || !configured.containsAll(wanted)) {
            throw wrong(setting, "names of configured accounts, separated by a comma, or * for all");
        }
        return wanted.stream().map(AccountId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static ConfigurationException wrong(String setting, String allowed) {
        return new ConfigurationException(setting + ": must be " + allowed);
    }
}
