package dev.greengraph.upstream.call;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an upstream may do to a body on its way, and what not. */
class ContentCodingTest {

    private static final byte[] BODY = "[{\"idMessage\": \"1\"}]".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "identity", " Identity "})
    void aPlainBodyIsReadAsItIs(String coding) throws IOException {
        assertArrayEquals(BODY, ContentCoding.decode(coding, BODY, 1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void gzipIsUndone(String coding) throws IOException {
        assertArrayEquals(BODY, ContentCoding.decode(coding, gzip(BODY), 1_000));
    }

    @Test
    void deflateIsUndoneWithItsHeaderAndWithout() throws IOException {
        assertArrayEquals(BODY, ContentCoding.decode("deflate", deflate(BODY, false), 1_000));
        assertArrayEquals(BODY, ContentCoding.decode("deflate", deflate(BODY, true), 1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "compress"})
    void whatWasNotOfferedIsRefused(String coding) {
        assertThrows(IOException.class, () -> ContentCoding.decode(coding, gzip(BODY), 1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void whatIsNotEncodedAsItSaysIsRefused(String coding) {
        assertThrows(IOException.class, () -> ContentCoding.decode(coding, BODY, 1_000));
    }

    @Test
    void aBodyThatIsCutOffIsRefused() throws IOException {
        byte[] whole = gzip(BODY);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThrows(IOException.class, () -> ContentCoding.decode("gzip", half, 1_000));
    }

    /** 200 KB become 200 MB otherwise. */
    @Test
    void nothingIsDecodedFarBeyondTheBound() throws IOException {
        byte[] decoded = ContentCoding.decode("gzip", gzip(new byte[20_000_000]), 10_000);

        assertEquals(16_384, decoded.length);
    }

    @Test
    void nothingNeedsNoDecoding() throws IOException {
        assertEquals(0, ContentCoding.decode("gzip", new byte[0], 1_000).length);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(byte[] body, boolean isRaw) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED, isRaw))) {
            out.write(body);
        }
        return bytes.toByteArray();
    }
}
