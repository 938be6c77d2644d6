package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.MediaFile;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

@Description("A video, or a round video note.")
public record VideoMessage(
        @Ignore Envelope envelope,
        @Ignore MediaFile file,

        @Name("isVideoNote")
        @Description("Whether it is a round video note; null where the upstream does not say.")
        @Nullable
        Boolean isVideoNote)
        implements MediaMessage {}
