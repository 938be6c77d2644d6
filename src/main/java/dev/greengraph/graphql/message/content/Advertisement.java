package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/**
 * The advertisement that a message came from.
 *
 * @param mediaType the kind of its picture, such as IMAGE
 * @param sourceId the advertisement's id
 * @param sourceType the kind of its source, such as ad
 * @param sourceUrl where it leads
 * @param thumbnailUrl the address of its picture
 */
@Description("The advertisement that a message came from.")
public record Advertisement(
        @Description("The kind of its picture, such as IMAGE.") @Nullable
        String mediaType,

        @Description("The advertisement's id.") @Nullable String sourceId,

        @Description("The kind of its source, such as ad.") @Nullable
        String sourceType,

        @Description("Where it leads.") @Nullable String sourceUrl,

        @Description("The address of its picture.") @Nullable
        String thumbnailUrl) {}
