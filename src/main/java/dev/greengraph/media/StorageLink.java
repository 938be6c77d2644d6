package dev.greengraph.media;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of a file at the storage.
 *
 * @param address http or https, with a host, without user information
 */
record StorageLink(URI address) {

    private static final Pattern SIGNED_AT = Pattern.compile("(?:^|&)X-Amz-Date=([0-9]{8}T[0-9]{6}Z)(?:&|$)");
    private static final Pattern SIGNED_FOR = Pattern.compile("(?:^|&)X-Amz-Expires=([0-9]{1,9})(?:&|$)");
    private static final Pattern ENDS_AT = Pattern.compile("(?:^|&)Expires=([0-9]{1,12})(?:&|$)");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** What the upstream wrote; nothing if it is no address of the web: a marker, an empty text. */
    static Optional<StorageLink> of(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            return of(new URI(written.strip().replace(" ", "%20")));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<StorageLink> of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isOfTheWeb = scheme.equals("https") || scheme.equals("http");
        return isOfTheWeb && uri.getHost() != null && uri.getRawUserInfo() == null && !uri.isOpaque()
                ? Optional.of(new StorageLink(URI.create(uri.toASCIIString())))
                : Optional.empty();
    }

    /** Where a redirect leads. */
    Optional<StorageLink> redirected(@Nullable String location) {
        try {
            return location == null ? Optional.empty() : of(address.resolve(new URI(location.replace(" ", "%20"))));
        } catch (URISyntaxException | IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    boolean isHttps() {
        return address.getScheme().equalsIgnoreCase("https");
    }

    String host() {
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    int port() {
        return address.getPort() > 0 ? address.getPort() : isHttps() ? 443 : 80;
    }

    /** Scheme, host and port, as they are compared. */
    String origin() {
        return (isHttps() ? "https" : "http") + "://" + host() + ":" + port();
    }

    /** Path and query. */
    String path() {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    /** Whether the address itself says that it is over. */
    boolean hasExpired(Instant now) {
        return end().filter(end -> !now.isBefore(end)).isPresent();
    }

    private Optional<Instant> end() {
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        Matcher endsAt = ENDS_AT.matcher(query);
        if (endsAt.find()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(endsAt.group(1))));
        }
        Matcher signedAt = SIGNED_AT.matcher(query);
        Matcher signedFor = SIGNED_FOR.matcher(query);
        try {
            return signedAt.find() && signedFor.find()
                    ? Optional.of(TIME.parse(signedAt.group(1), Instant::from)
                            .plusSeconds(Long.parseLong(signedFor.group(1))))
                    : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** It holds a signature of the storage's. */
    @Override
    public String toString() {
        return "[link]";
    }
}
