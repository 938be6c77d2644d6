package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

/**
 * The chat was blocked or unblocked.
 *
 * @param envelope what every message has
 * @param chatState the state of the chat as the upstream calls it, such as blocked
 */
@Description("The chat was blocked or unblocked.")
public record BlockMessage(
        @Ignore Envelope envelope,

        @Description("The state of the chat as the upstream calls it, such as blocked.") @Nullable
        String chatState)
        implements Message {}
