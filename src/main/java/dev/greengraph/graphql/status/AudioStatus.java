package dev.greengraph.graphql.status;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Description("A status that is a voice message.")
public record AudioStatus(
        @Ignore StatusEnvelope envelope, @Ignore StatusFile file) implements MediaStatus {}
