package dev.greengraph.account;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;

/** The address of an upstream in a setting. */
public final class UpstreamAddress {

    private UpstreamAddress() {}

    /**
     * That address, without white space around it and without slashes at its end; fails with a message that names the setting
     * and does not show the value, which may contain a token.
     */
    public static URI read(String setting, String value) {
        try {
            URI url = URI.create(value.strip().replaceAll("/+$", ""));
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawQuery() == null && url.getRawUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // refused below
        }
        throw new ConfigurationException(
                setting + ": must be an http or https address with a host, without query, such as"
                        + " https://api.green-api.com");
    }
}
