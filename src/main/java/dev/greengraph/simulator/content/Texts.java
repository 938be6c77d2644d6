package dev.greengraph.simulator.content;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Text messages: plain, with a link preview, from an advertisement, as a reply, as a status. */
public final class Texts {

    private Texts() {}

    /** Text as typed on a phone. */
    public static Content plain(String text) {
        return Content.of("textMessage", entry -> entry.put("textMessage", text));
    }

    /** Text as sent through the API: the upstream returns it as extended text with an empty preview. */
    public static Content extended(String text) {
        return extended(text, "", "", "", 0);
    }

    /** Forwarded text. */
    public static Content forwarded(String text) {
        return extended(text, "", "", "", 1);
    }

    /** Text with the preview of a link. */
    public static Content preview(String text, String title, String description) {
        return extended(text, title, description, Thumbnails.BLUE, 0);
    }

    private static Content extended(String text, String title, String description, String thumbnail, int forwards) {
        return Content.of("extendedTextMessage", entry -> {
            entry.put("textMessage", text);
            ObjectNode extended = entry.putObject("extendedTextMessage");
            extended.put("text", text).put("description", description).put("title", title);
            extended.put("previewType", "None").put("jpegThumbnail", thumbnail);
            ForwardingKeys.put(extended, forwards);
        });
    }

    /** A chat started from an advertisement: the outer text is the link, the inner text the advertisement. */
    public static Content advertisement(String text, String title, String link, String thumbnailUrl) {
        return Content.of("extendedTextMessage", entry -> {
            entry.put("textMessage", link);
            ObjectNode extended = entry.putObject("extendedTextMessage");
            extended.put("text", text).put("description", "").put("title", title);
            extended.put("jpegThumbnail", Thumbnails.ORANGE);
            ForwardingKeys.put(extended, 0);
            extended.put("mediaType", "IMAGE")
                    .put("sourceId", "120000000000001")
                    .put("sourceType", "ad");
            extended.put("sourceUrl", link).put("thumbnailUrl", thumbnailUrl);
        });
    }

    /** An extended text whose outer {@code textMessage} is missing. */
    public static Content innerOnly(String text) {
        return Content.of(
                "extendedTextMessage",
                entry -> entry.putObject("extendedTextMessage").put("text", text));
    }

    /** A reply: its text is only in the nested object, beside a copy of the reference. */
    public static Content reply(String text, QuotedContent quote) {
        return Content.of(
                "quotedMessage",
                entry -> entry.putObject("extendedTextMessage")
                        .put("text", text)
                        .put("stanzaId", quote.stanzaId())
                        .put("participant", quote.participant()));
    }

    /** A reaction; an empty emoji removes an earlier one. */
    public static Content reaction(String emoji) {
        return Content.of(
                "reactionMessage",
                entry -> entry.putObject("extendedTextMessageData").put("text", emoji));
    }

    /** A text status on a coloured background. */
    public static Content story(String text, String colour, String font) {
        Content story = Content.of("extendedTextMessage", entry -> {
            entry.put("textMessage", text);
            entry.putObject("extendedTextMessage")
                    .put("text", text)
                    .put("backgroundColor", colour)
                    .put("font", font);
        });
        return story.unmarked();
    }
}
