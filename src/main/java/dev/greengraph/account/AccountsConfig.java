package dev.greengraph.account;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/**
 * The upstream accounts. Every value is taken as text and checked by {@link AccountsReader}, so that a wrong one
 * gives one line that names the setting.
 */
@ConfigMapping(prefix = "greengraph")
public interface AccountsConfig {

    /** The default account of a query that names none. Not needed with a single account. */
    Optional<String> defaultAccount();

    /** The accounts by the name that callers use. */
    Map<String, UpstreamAccountConfig> accounts();

    /** One account. */
    interface UpstreamAccountConfig {

        /** The upstream's number of the account (idInstance): decimal digits. */
        Optional<String> idInstance();

        /** The upstream's token (apiTokenInstance). A secret: prefer {@code api-token-file}. */
        Optional<String> apiToken();

        /** A file that holds the token, for mounted secrets; white space around it and a byte order mark are ignored. */
        Optional<String> apiTokenFile();

        /** The upstream's address: http or https, without the token. */
        Optional<String> apiUrl();

        /** {@code whatsapp} or {@code max}. */
        Optional<String> messenger();
    }
}
