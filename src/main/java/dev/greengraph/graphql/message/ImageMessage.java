package dev.greengraph.graphql.message;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * A picture.
 *
 * @param envelope what every message has
 * @param file the file
 */
@Description("A picture.")
public record ImageMessage(
        @Ignore Envelope envelope, @Ignore MediaFile file) implements MediaMessage {}
