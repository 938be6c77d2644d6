package dev.greengraph.startup;

import dev.greengraph.http.guard.HttpConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Origins and hosts are compared as text: a value that no browser sends stops the start, since it would never match. */
@ApplicationScoped
class HttpChecks {

    /** Default ports, which browsers omit. */
    private static final Set<String> USUAL_PORTS = Set.of("http:80", "https:443");

    private final HttpConfig config;

    HttpChecks(HttpConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent start) {
        checkHosts(config.hosts().orElse(Set.of()));
        checkRequestHeaders(config.cors().requestHeaders().orElse(Set.of()));
        checkOrigins(config.cors().origins().orElse(Set.of()));
    }

    /** Fails with a message that names the setting; {@code *} is no origin. */
    static void checkOrigins(Set<String> origins) {
        if (!origins.stream().allMatch(HttpChecks::isOrigin)) {
            throw new ConfigurationException("greengraph.http.cors.origins: must be a list of exact origins such as "
                    + "https://app.example.com: http or https, the host in lower case, a port that is not the usual one, "
                    + "nothing behind it, no *");
        }
    }

    /** Fails with a message that names the setting. */
    static void checkHosts(Set<String> hosts) {
        if (!hosts.stream().allMatch(host -> host.matches("[a-z0-9.-]+|\\[[0-9a-f:.]+]"))) {
            throw new ConfigurationException("greengraph.http.hosts: must be a list of names or addresses such as "
                    + "localhost,127.0.0.1,[::1] in lower case, without a port, no *");
        }
    }

    /** Fails with a message that names the setting. */
    static void checkRequestHeaders(Set<String> names) {
        if (!names.stream().allMatch(name -> name.matches("[A-Za-z0-9-]+"))) {
            throw new ConfigurationException(
                    "greengraph.http.cors.request-headers: must be a list of names of headers such as "
                            + "X-Client,X-Client-Version, no *");
        }
    }

    private static boolean isOrigin(String text) {
        try {
            URI origin = new URI(text);
            String port = origin.getPort() < 0 ? "" : ":" + origin.getPort();
            return origin.getHost() != null
                    && text.matches("https?://[a-z0-9.:\\[\\]-]+")
                    && text.equals(origin.getScheme() + "://" + origin.getHost() + port)
                    && !USUAL_PORTS.contains(origin.getScheme() + port);
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
