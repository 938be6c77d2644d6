package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Envelope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Description("A text reply; quote is always there.")
public record QuotedMessage(@Ignore Envelope envelope) implements Message {}
