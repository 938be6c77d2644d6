package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

@Description("A reaction to the quoted message.")
public record ReactionMessage(
        @Ignore Envelope envelope,

        @Description("The emoji. Null: the reaction was taken back.") @Nullable
        String emoji) implements Message {}
