package dev.greengraph.media;

import dev.greengraph.media.MediaFailure.Reason;
import dev.greengraph.media.address.MediaConfig;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where files may be fetched from (server-side request forgery): the hosts of the settings, over https, at public addresses
 * only. What the upstream or a storage names besides is not asked: a message may carry any address that its sender wrote.
 */
@Singleton
class StorageHosts {

    private static final int HTTPS = 443;

    private final List<Pattern> hosts;
    private final Set<String> trusted;

    StorageHosts(MediaConfig config) {
        this.hosts = config.hosts().stream().map(StorageHosts::pattern).toList();
        this.trusted = config.trustedOrigins().orElse(Set.of()).stream()
                .map(origin -> StorageLink.of(origin).map(StorageLink::origin).orElse(origin))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A * stands for letters, digits and dashes, so for a part of one label. */
    private static Pattern pattern(String host) {
        return Pattern.compile(
                Stream.of(host.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[a-z0-9-]*")));
    }

    /** Whether that address may be asked, as far as its text tells. */
    boolean allow(StorageLink link) {
        boolean isListed = link.isHttps()
                && link.port() == HTTPS
                && hosts.stream().anyMatch(host -> host.matcher(link.host()).matches());
        return isListed || isTrusted(link);
    }

    /** What the upstream wrote, if it may be asked and does not say itself that it is over. */
    Optional<StorageLink> usable(@Nullable String written, Instant now) {
        return StorageLink.of(written).filter(this::allow).filter(link -> !link.hasExpired(now));
    }

    /** The same address; fails with {@link MediaFailure} if it may not be asked. */
    StorageLink checked(StorageLink link) {
        if (!allow(link)) {
            throw new MediaFailure(Reason.ADDRESS_REFUSED);
        }
        return link;
    }

    /** Whether the host, which was found at that address, may be connected to. */
    boolean allow(StorageLink link, InetAddress address) {
        return isTrusted(link) || PublicAddress.is(address);
    }

    private boolean isTrusted(StorageLink link) {
        return trusted.contains(link.origin());
    }
}
