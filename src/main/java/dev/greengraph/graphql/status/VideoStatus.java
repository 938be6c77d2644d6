package dev.greengraph.graphql.status;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * A status that is a video.
 *
 * @param envelope what every status has
 * @param file the file
 */
@Description("A status that is a video.")
public record VideoStatus(
        @Ignore StatusEnvelope envelope, @Ignore StatusFile file) implements MediaStatus {}
