package dev.greengraph.graphql.status;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A kind of status that is not known (yet).")
public record UnknownStatus(
        @Ignore StatusEnvelope envelope,

        @Description("The upstream's entry as JSON text.") @NonNull
        String raw) implements Status {}
