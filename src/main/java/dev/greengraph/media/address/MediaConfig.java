package dev.greengraph.media.address;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How files of messages are served, and where they may be fetched from. */
@ConfigMapping(prefix = "greengraph.media")
public interface MediaConfig {

    /** Files that are sent at once; one more is answered with 503. Zero serves none, and gives out no addresses. */
    @WithDefault("64")
    int streams();

    /** What stands before the path in an address, such as https://graph.example.com; without it an address is a path. */
    Optional<String> baseUrl();

    /** A file with the secret that addresses are made with: the same for all replicas. Without it one of the process. */
    Optional<String> secretFile();

    /** How long an address works without credentials, at least; at most twice as long. Zero: never. */
    @WithDefault("1h")
    Duration signatureTime();

    /** The hosts that files are fetched from, over https: those that the upstream uses. A * stands for a part of a label. */
    @WithDefault("sw-media*.storage.yandexcloud.net,media-*.storage.yandexcloud.net,mediaout-*.storage.yandexcloud.net,"
            + "sw-media*.storage.yandexcloud.kz,media-*.storage.yandexcloud.kz,mediaout-*.storage.yandexcloud.kz,"
            + "do-media-*.*.digitaloceanspaces.com,do-mediaout-*.*.digitaloceanspaces.com,*.storage.greenapi.net")
    Set<String> hosts();

    /** Origins whose addresses are not checked, http and private ones included: a storage of one's own. */
    Optional<Set<String>> trustedOrigins();

    /** Largest file. */
    @WithDefault("100M")
    MemorySize maxSize();

    /** How long a connection to the storage may take to be made. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long the storage may take to begin its answer, and how long it may say nothing in the middle of it. */
    @WithDefault("10s")
    Duration idleTimeout();

    /** How long a file may take to be sent. */
    @WithDefault("5m")
    Duration maxTime();
}
