package dev.greengraph.graphql.status;

import org.jspecify.annotations.Nullable;

/**
 * The file of a status; {@link MediaStatus} shows it.
 *
 * @param downloadUrl where it can be had for a while
 * @param caption the text beside it
 * @param fileName a name for it
 * @param mimeType its type
 * @param thumbnail base64 of a small preview
 */
public record StatusFile(
        @Nullable String downloadUrl,
        @Nullable String caption,
        @Nullable String fileName,
        @Nullable String mimeType,
        @Nullable String thumbnail) {}
