package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.Advertisement;
import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.LinkPreview;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

@Description("Text with a link preview or an advertisement; also every plain text that was sent through the API.")
public record ExtendedTextMessage(
        @Ignore Envelope envelope,

        @Description("What the sender's client showed of the link; null without one.") @Nullable
        LinkPreview linkPreview,

        @Description("The advertisement that the message came from; null without one.") @Nullable
        Advertisement advertisement)
        implements Message {}
