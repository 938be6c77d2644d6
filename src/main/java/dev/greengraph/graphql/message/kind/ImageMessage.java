package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.MediaFile;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Description("A picture.")
public record ImageMessage(
        @Ignore Envelope envelope, @Ignore MediaFile file) implements MediaMessage {}
