package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

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
