package dev.greengraph.media;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A small picture.
 *
 * @param type its media type, as its first bytes tell: the upstream does not say it, and on MAX it is mostly WebP
 * @param content the picture
 */
public record Thumbnail(String type, Buffer content) {

    private static final int MOST_CHARS = 1024 * 1024;

    /** Of what stands in a message; nothing if it is no picture. */
    static Optional<Thumbnail> of(String base64) {
        if (base64.length() > MOST_CHARS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return type(bytes).map(type -> new Thumbnail(type, Buffer.buffer(bytes)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static Optional<String> type(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("\u0089PNG")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("GIF8")) {
            return Optional.of("image/gif");
        }
        return head.startsWith("RIFF") && head.endsWith("WEBP") ? Optional.of("image/webp") : Optional.empty();
    }
}
