package dev.greengraph.graphql.message;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * A voice message or an audio file.
 *
 * @param envelope what every message has
 * @param file the file
 */
@Description("A voice message or an audio file.")
public record AudioMessage(
        @Ignore Envelope envelope, @Ignore MediaFile file) implements MediaMessage {}
