package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

/**
 * A place.
 *
 * @param envelope what every message has
 * @param name the name of the place
 * @param address the address of the place
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 * @param thumbnail base64 of a small map picture
 */
@Description("A place.")
public record LocationMessage(
        @Ignore Envelope envelope,
        @Description("The name of the place.") @Nullable String name,
        @Description("The address of the place.") @Nullable String address,
        @Description("Degrees north, -90 to 90.") double latitude,
        @Description("Degrees east, -180 to 180.") double longitude,

        @Description("Base64 of a small map picture.") @Nullable
        String thumbnail)
        implements Message {}
