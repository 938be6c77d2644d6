package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description("What the sender's client showed of a link.")
public record LinkPreview(
        @Description("The page's title.") @Nullable String title,
        @Description("The page's description.") @Nullable String description,

        @Description("Base64 of a small picture, JPEG.") @Nullable
        String thumbnail) {}
