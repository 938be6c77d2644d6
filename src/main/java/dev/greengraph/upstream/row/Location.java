package dev.greengraph.upstream.row;

import org.jspecify.annotations.Nullable;

/** The content of a location message. */
public record Location(
        @Nullable String nameLocation,
        @Nullable String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String jpegThumbnail,
        @Nullable Boolean isForwarded,
        @Nullable Integer forwardingScore)
        implements Forwardable {

    /** Whether it has finite coordinates: neither {@code NaN} nor a number too large for a double. */
    boolean hasCoordinates() {
        return latitude != null && longitude != null && Double.isFinite(latitude) && Double.isFinite(longitude);
    }
}
