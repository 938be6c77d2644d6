package dev.greengraph.graphql.message.content;

import dev.greengraph.graphql.message.kind.MediaMessage;
import org.jspecify.annotations.Nullable;

/**
 * The file of a message; {@link MediaMessage} shows it.
 *
 * @param downloadUrl where it can be had for a while
 * @param caption the text beside it
 * @param fileName its name
 * @param mimeType its type, maybe with parameters
 * @param thumbnail base64 of a small preview
 * @param isAnimated whether it moves
 */
public record MediaFile(
        @Nullable String downloadUrl,
        @Nullable String caption,
        @Nullable String fileName,
        @Nullable String mimeType,
        @Nullable String thumbnail,
        @Nullable Boolean isAnimated) {}
