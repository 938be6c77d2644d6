package dev.greengraph.graphql.status;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

@Description("A status that is a text.")
public record TextStatus(
        @Ignore StatusEnvelope envelope,

        @Description("The colour behind it as the upstream writes it, usually #RRGGBB.") @Nullable
        String backgroundColor,

        @Description("The font's name as the upstream writes it, such as SERIF.") @Nullable
        String font)
        implements Status {}
