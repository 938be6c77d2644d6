package dev.greengraph.replica.value;

import dev.greengraph.cache.shared.SharedAnswer;
import dev.greengraph.upstream.failure.NegativeAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The form of an answer in Redis: a byte with the number of the format, then what it is (one byte) and the compressed body,
 * encrypted if there are keys. Replicas of different versions share a server: a format that is not known here is no answer.
 */
public final class ValueCodec {

    private static final byte PLAIN = 1;
    private static final byte ENCRYPTED = 2;
    /** What an answer is; the numbers are written down, so they stay. */
    private static final byte BODY = 0;

    private static final byte CHAT_NOT_FOUND = 1;
    private static final byte MESSAGE_NOT_FOUND = 2;
    private static final byte STATUSES_NOT_ENABLED = 3;

    private final ValueCipher cipher;
    private final long maxBody;

    /** @param maxBody largest body, decompressed */
    public ValueCodec(ValueCipher cipher, long maxBody) {
        this.cipher = cipher;
        this.maxBody = maxBody;
    }

    /** The answer cannot be read: it was cut off, changed, or encrypted with another key. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String what, Throwable cause) {
            super(what, cause);
        }
    }

    /** Whether a value has a format that is known here. */
    public static boolean isKnown(byte[] value) {
        return value.length > 1 && (value[0] == PLAIN || value[0] == ENCRYPTED);
    }

    /** A value that may be kept under that name, and under no other. */
    public byte[] encode(SharedAnswer answer, String name) {
        try {
            byte[] plain = plain(answer);
            return cipher.isOn() ? with(ENCRYPTED, cipher.encrypt(plain, name)) : with(PLAIN, plain);
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("a value of our own cannot be written", impossible);
        }
    }

    /**
     * What was encoded under that name; fails with {@link Broken} if it cannot be read.
     *
     * @param value of a known format
     */
    public SharedAnswer decode(byte[] value, String name) {
        try {
            byte[] rest = Arrays.copyOfRange(value, 1, value.length);
            if (value[0] == PLAIN && cipher.isOn()) {
                throw new IOException("not encrypted, which it should be");
            }
            return answer(value[0] == ENCRYPTED ? cipher.decrypt(rest, name) : rest);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new Broken("a value that cannot be read", unreadable);
        }
    }

    private static byte[] plain(SharedAnswer answer) throws IOException {
        if (answer instanceof SharedAnswer.Negative negative) {
            return new byte[] {
                switch (negative.what()) {
                    case CHAT_NOT_FOUND -> CHAT_NOT_FOUND;
                    case MESSAGE_NOT_FOUND -> MESSAGE_NOT_FOUND;
                    case STATUSES_NOT_ENABLED -> STATUSES_NOT_ENABLED;
                }
            };
        }
        return with(BODY, deflated(((SharedAnswer.Body) answer).bytes()));
    }

    private SharedAnswer answer(byte[] plain) throws IOException {
        return switch (plain.length == 0 ? -1 : plain[0]) {
            case BODY -> new SharedAnswer.Body(inflated(plain));
            case CHAT_NOT_FOUND -> new SharedAnswer.Negative(NegativeAnswer.CHAT_NOT_FOUND);
            case MESSAGE_NOT_FOUND -> new SharedAnswer.Negative(NegativeAnswer.MESSAGE_NOT_FOUND);
            case STATUSES_NOT_ENABLED -> new SharedAnswer.Negative(NegativeAnswer.STATUSES_NOT_ENABLED);
            default -> throw new IOException("of no known kind");
        };
    }

    /** Fast rather than small: journals repeat their field names, so that most is gained by any level. */
    private static byte[] deflated(byte[] body) throws IOException {
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4 + 64);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes, fast)) {
            deflated.write(body);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    private byte[] inflated(byte[] plain) throws IOException {
        try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(plain, 1, plain.length - 1))) {
            byte[] body = inflated.readNBytes((int) Math.min(maxBody + 1, Integer.MAX_VALUE - 8L));
            if (body.length > maxBody) {
                throw new IOException("too large");
            }
            return body;
        }
    }

    private static byte[] with(byte first, byte[] rest) {
        byte[] all = new byte[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
