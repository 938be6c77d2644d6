package dev.greengraph.http.negotiation;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses a response body as gzip (RFC 1952).
 *
 * <p>The compressed length depends on how much of the body repeats, so a third party that influences one part of it and sees
 * its length could guess another part (BREACH). The header therefore carries a file name of random length, which hides small
 * differences ("Heal the BREACH"; Django does the same). {@code docs/security.md} says what is not compressed at all.
 */
public final class Gzip {

    /** Shorter bodies fit into one or two packets anyway. */
    public static final int MIN_BYTES = 1_024;

    private static final String GZIP = "gzip";
    /** ID1, ID2, deflate, FNAME, no time, no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, (byte) 255};

    private static final int MAX_NAME = 100;
    private static final int CHUNK = 8_192;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Gzip() {}

    /** Whether {@code Accept-Encoding} allows gzip, by name or by {@code *}; not without the header. */
    public static boolean isAccepted(RoutingContext context) {
        List<WeightedValue> codings =
                WeightedValue.parse(context.request().headers().getAll(HttpHeaders.ACCEPT_ENCODING));
        return quality(codings, GZIP, quality(codings, "*", 0)) > 0;
    }

    private static float quality(List<WeightedValue> codings, String name, float otherwise) {
        return codings.stream()
                .filter(coding -> coding.value().equals(name))
                .map(WeightedValue::quality)
                .findFirst()
                .orElse(otherwise);
    }

    /** The body as one gzip member. */
    public static Buffer compress(Buffer body) {
        return member(content(body));
    }

    /** What follows the header of a gzip member of that body, the same each time. */
    public static Buffer content(Buffer body) {
        byte[] plain = body.getBytes();
        Buffer content = Buffer.buffer(plain.length / 4);
        deflate(plain, content);
        CRC32 checksum = new CRC32();
        checksum.update(plain);
        return content.appendIntLE((int) checksum.getValue()).appendIntLE(plain.length);
    }

    /** A gzip member with that content and a header of random length. */
    public static Buffer member(Buffer content) {
        return Buffer.buffer(HEADER.length + MAX_NAME + 1 + content.length())
                .appendBytes(HEADER)
                .appendString("n".repeat(RANDOM.nextInt(MAX_NAME + 1)))
                .appendByte((byte) 0)
                .appendBuffer(content);
    }

    /** With the fastest level: the event loop does it, and JSON shrinks well with each of them. */
    private static void deflate(byte[] plain, Buffer compressed) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                compressed.appendBytes(chunk, 0, deflater.deflate(chunk));
            }
        } finally {
            deflater.end();
        }
    }
}
