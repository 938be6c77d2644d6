package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * A text reply; quote is always there.
 *
 * @param envelope what every message has
 */
@Description("A text reply; quote is always there.")
public record QuotedMessage(@Ignore Envelope envelope) implements Message {}
