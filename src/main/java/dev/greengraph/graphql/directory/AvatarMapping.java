package dev.greengraph.graphql.directory;

import dev.greengraph.cache.Reading;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.upstream.row.directory.AvatarRow;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows the picture of a chat. */
final class AvatarMapping {

    private AvatarMapping() {}

    static @Nullable Avatar of(Reading<AvatarRow> reading) {
        String url = reading.value().urlAvatar();
        return url == null || !isOfTheWeb(url) ? null : new Avatar(url, FreshnessMapping.of(reading.freshness()));
    }

    /** An address of another scheme could run as a script where a page links to it. */
    private static boolean isOfTheWeb(String url) {
        String scheme = url.toLowerCase(Locale.ROOT);
        return scheme.startsWith("https://") || scheme.startsWith("http://");
    }
}
