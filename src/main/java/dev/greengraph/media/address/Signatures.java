package dev.greengraph.media.address;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Lets the holder of an address fetch one file for a while without credentials, as a picture of a page does. The end is
 * rounded up to a multiple of the time in the settings: within that time an address stays the same, so that answers with it
 * can be given again and browsers find the picture in their caches.
 */
@Singleton
public class Signatures {

    private static final int BYTES = 16;

    private final byte[] key;
    private final long step;

    Signatures(MediaConfig config, MediaKeys keys) {
        this.key = keys.of("signatures");
        this.step = config.signatureTime().toSeconds();
    }

    /** What is thought of a signature. */
    public enum Verdict {
        /** It was made here, and is not over. */
        GOOD,
        /** It was made here, and is over. */
        EXPIRED,
        /** It was not made here. */
        WRONG
    }

    /** Whether addresses are signed at all. */
    boolean areOn() {
        return step > 0;
    }

    /** The end of what is signed now, in seconds since 1970. */
    long end(Instant now) {
        return (now.getEpochSecond() / step + 2) * step;
    }

    /** From that moment on the end is another one. */
    Instant sameUntil(Instant now) {
        return Instant.ofEpochSecond((now.getEpochSecond() / step + 1) * step);
    }

    /** Signs the name of a file until an end. */
    String sign(String name, long end) {
        byte[] hmac = MediaKeys.hmac(key, (end + " " + name).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hmac, BYTES));
    }

    /** Judges what a caller sent; an end counts only if it is signed, too. */
    public Verdict judge(String name, String end, String signature, Instant now) {
        if (!areOn() || !end.matches("[1-9][0-9]{0,11}")) {
            return Verdict.WRONG;
        }
        byte[] expected = sign(name, Long.parseLong(end)).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            return Verdict.WRONG;
        }
        return now.getEpochSecond() < Long.parseLong(end) ? Verdict.GOOD : Verdict.EXPIRED;
    }
}
