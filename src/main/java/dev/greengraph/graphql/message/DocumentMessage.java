package dev.greengraph.graphql.message;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * A file.
 *
 * @param envelope what every message has
 * @param file the file
 */
@Description("A file.")
public record DocumentMessage(
        @Ignore Envelope envelope, @Ignore MediaFile file) implements MediaMessage {}
