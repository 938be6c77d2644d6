package dev.greengraph.media.address;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/** Stops a start with settings of files that cannot work; says so if addresses of files do not outlive the process. */
class MediaChecks {

    private static final Logger LOG = Logger.getLogger(MediaChecks.class);
    private static final String PREFIX = "greengraph.media.";
    private static final Duration LONGEST_SIGNATURE = Duration.ofDays(31);
    private static final Duration LONGEST = Duration.ofHours(1);
    /** Somebody else may own any name below the last two labels of a provider: no * there. */
    private static final String HOST = "([a-z0-9*-]+\\.)*[a-z0-9-]+\\.[a-z]{2,}";

    private static final String ORIGIN = "https?://([a-z0-9.-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?";
    private static final String BASE = "https?://[^?#\\s]*[^/?#\\s]";

    private final MediaConfig config;
    private final MediaKeys keys;

    MediaChecks(MediaConfig config, MediaKeys keys) {
        this.config = config;
        this.keys = keys;
    }

    void check(@Observes StartupEvent start) {
        check(config);
        if (config.streams() > 0 && !keys.isLasting() && LaunchMode.current() == LaunchMode.NORMAL) {
            LOG.info("greengraph.media.secret-file is not set: addresses of files end with this process, and another"
                    + " replica does not know them.");
        }
    }

    /** Fails with a message that names the setting. */
    static void check(MediaConfig config) {
        require(config.streams() >= 0, "streams", "at least 0");
        require(config.maxSize().asLongValue() >= 1, "max-size", "at least 1");
        Duration signed = config.signatureTime();
        boolean isWhole = signed.equals(Duration.ofSeconds(signed.toSeconds()));
        require(
                isWhole && !signed.isNegative() && signed.compareTo(LONGEST_SIGNATURE) <= 0,
                "signature-time",
                "whole seconds between 0s and 31d");
        checkTime("connect-timeout", config.connectTimeout());
        checkTime("idle-timeout", config.idleTimeout());
        checkTime("max-time", config.maxTime());
        require(
                config.hosts().stream().allMatch(host -> host.matches(HOST)),
                "hosts",
                "a list of names such as media-*.storage.example.com in lower case, without a port, no * in the last"
                        + " two parts");
        require(
                config.trustedOrigins().orElse(Set.of()).stream().allMatch(origin -> origin.matches(ORIGIN)),
                "trusted-origins",
                "a list of origins such as http://storage.internal:9000");
        require(
                config.baseUrl().orElse("http://any").matches(BASE),
                "base-url",
                "what callers reach the gateway at, such as https://graph.example.com, without a slash at its end");
    }

    private static void checkTime(String setting, Duration time) {
        require(time.toMillis() >= 1 && time.compareTo(LONGEST) <= 0, setting, "between 1ms and 1h");
    }

    private static void require(boolean isAllowed, String setting, String must) {
        if (!isAllowed) {
            throw new ConfigurationException(PREFIX + setting + ": must be " + must);
        }
    }
}
