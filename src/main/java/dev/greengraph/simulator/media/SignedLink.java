package dev.greengraph.simulator.media;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address whose query says when it expires, as object storages write it. */
final class SignedLink {

    private static final Duration VALID = Duration.ofMinutes(15);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern QUERY = Pattern.compile("X-Amz-Date=([0-9TZ]{16})&X-Amz-Expires=([0-9]{1,6})");

    private SignedLink() {}

    static String of(String address, Instant now) {
        return address + "?X-Amz-Date=" + TIME.format(now) + "&X-Amz-Expires=" + VALID.toSeconds();
    }

    static boolean isSigned(@Nullable String query) {
        return query != null && QUERY.matcher(query).matches();
    }

    static boolean hasExpired(@Nullable String query, Instant now) {
        Matcher signed = QUERY.matcher(String.valueOf(query));
        return signed.matches()
                && now.isAfter(TIME.parse(signed.group(1), Instant::from).plusSeconds(Long.parseLong(signed.group(2))));
    }
}
