package dev.greengraph.upstream.call;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Undoes the Content-Encoding of a body. The HTTP client could do it, too, but offers what it finds libraries for, and these
 * differ between the JVM and the native image.
 */
final class ContentCoding {

    /** What can be read. */
    static final String OFFERED = "gzip, deflate";

    private ContentCoding() {}

    /**
     * The body without its encoding.
     *
     * @param coding value of the header
     * @param maxBytes one byte more at most is decoded, so that a small body cannot become a large one
     * @throws IOException if the encoding was not offered or the body is not encoded as it says
     */
    static byte[] decode(@Nullable String coding, byte[] body, long maxBytes) throws IOException {
        String name = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
        if (body.length == 0 || name.isEmpty() || name.equals("identity")) {
            return body;
        }
        try (InputStream decoded = decoder(name, body)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length);
            byte[] part = new byte[8_192];
            for (int read = decoded.read(part); read >= 0 && bytes.size() <= maxBytes; read = decoded.read(part)) {
                bytes.write(part, 0, read);
            }
            return bytes.toByteArray();
        }
    }

    private static InputStream decoder(String coding, byte[] body) throws IOException {
        InputStream encoded = new ByteArrayInputStream(body);
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(encoded);
            case "deflate" -> new InflaterInputStream(encoded, new Inflater(!hasZlibHeader(body)));
            default -> throw new IOException("encoding was not offered");
        };
    }

    /** Some servers send deflate without the zlib header that the name promises. */
    private static boolean hasZlibHeader(byte[] body) {
        return body.length > 1
                && (body[0] & 0x0f) == 8
                && ((body[0] & 0xff) << 8 | (body[1] & 0xff)) % 31 == 0;
    }
}
