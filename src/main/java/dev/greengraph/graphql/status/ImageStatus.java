package dev.greengraph.graphql.status;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Description("A status that is a picture.")
public record ImageStatus(
        @Ignore StatusEnvelope envelope, @Ignore StatusFile file) implements MediaStatus {}
