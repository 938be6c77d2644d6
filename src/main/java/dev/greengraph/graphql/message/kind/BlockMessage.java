package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

@Description("The chat was blocked or unblocked.")
public record BlockMessage(
        @Ignore Envelope envelope,

        @Description("The state of the chat as the upstream calls it, such as blocked.") @Nullable
        String chatState)
        implements Message {}
