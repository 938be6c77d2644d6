package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

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
