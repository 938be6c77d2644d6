package dev.greengraph.simulator.content;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A media message: image, video, document, audio, sticker. Its keys are at the top level of the entry.
 *
 * @param type value of {@code typeMessage}
 * @param file address and name
 * @param caption caption, or empty
 * @param thumbnail base64 of a JPEG or WebP, or empty
 * @param look further keys of its type
 */
public record Media(String type, StoredFile file, String caption, String thumbnail, Look look) {

    /** Keys that only some types have. */
    public enum Look {
        STILL,
        ANIMATED,
        ROUND,
        FORWARDED
    }

    public static Media image(StoredFile file, String caption) {
        return new Media("imageMessage", file, caption, thumbnailOf(file, Thumbnails.BLUE), Look.STILL);
    }

    public static Media video(StoredFile file, String caption) {
        return new Media("videoMessage", file, caption, thumbnailOf(file, Thumbnails.ORANGE), Look.STILL);
    }

    public static Media document(StoredFile file, String caption) {
        return new Media("documentMessage", file, caption, "", Look.STILL);
    }

    public static Media audio(StoredFile file) {
        return new Media("audioMessage", file, "", "", Look.STILL);
    }

    public static Media sticker(StoredFile file, Look look) {
        return new Media("stickerMessage", file, "", "", look);
    }

    public Media look(Look other) {
        return new Media(type, file, caption, thumbnail, other);
    }

    public Media caption(String other) {
        return new Media(type, file, other, thumbnail, look);
    }

    /** The same image on MAX: its thumbnail is WebP. */
    public Media onMax() {
        return new Media(type, file, caption, thumbnail.isEmpty() ? "" : Thumbnails.WEBP, look);
    }

    /** The same media inside a quote without its file, as is common. */
    public Media withoutFile() {
        return new Media(type, new StoredFile("", "", file.mimeType()), "", thumbnail, look);
    }

    public Content content() {
        return Content.media(type, this::putAll);
    }

    /** As a status: without the keys of chat messages; images and videos keep their caption. */
    public Content story() {
        Content story = Content.media(type, entry -> {
            entry.put("downloadUrl", file.downloadUrl());
            if (!caption.isEmpty()) {
                entry.put("caption", caption);
            }
            entry.put("fileName", file.fileName());
            if (!type.equals("audioMessage")) {
                entry.put("jpegThumbnail", thumbnail);
            }
            entry.put("mimeType", file.mimeType());
        });
        return story.unmarked();
    }

    private void putAll(ObjectNode entry) {
        entry.put("downloadUrl", file.downloadUrl())
                .put("caption", caption)
                .put("fileName", file.fileName())
                .put("jpegThumbnail", thumbnail)
                .put("mimeType", file.mimeType())
                .put("isAnimated", look == Look.ANIMATED)
                .put("isForwarded", look == Look.FORWARDED)
                .put("forwardingScore", look == Look.FORWARDED ? 1 : 0);
        if (look == Look.ROUND) {
            entry.put("videoNote", true);
        }
    }

    private static String thumbnailOf(StoredFile file, String picture) {
        return file.mimeType().endsWith("png") ? "" : picture;
    }
}
