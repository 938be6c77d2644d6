package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A kind that is not known (yet): data, never a failure.")
public record UnknownMessage(
        @Ignore Envelope envelope,

        @Description("The upstream's entry as JSON text.") @NonNull
        String raw) implements Message {}
