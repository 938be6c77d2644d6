package dev.greengraph.graphql.status;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

/**
 * A status that is a text.
 *
 * @param envelope what every status has
 * @param backgroundColor the colour behind it as the upstream writes it, usually #RRGGBB
 * @param font the font's name as the upstream writes it, such as SERIF
 */
@Description("A status that is a text.")
public record TextStatus(
        @Ignore StatusEnvelope envelope,

        @Description("The colour behind it as the upstream writes it, usually #RRGGBB.") @Nullable
        String backgroundColor,

        @Description("The font's name as the upstream writes it, such as SERIF.") @Nullable
        String font)
        implements Status {}
