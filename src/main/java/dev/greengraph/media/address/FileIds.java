package dev.greengraph.media.address;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque names of files: AES-256-GCM of what they lead to. The nonce is an HMAC of the content (a synthetic nonce), so one
 * file has one name, nobody learns a chat or a number of it, and nobody can make a name.
 */
@Singleton
public class FileIds {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** Texts are filled up to multiples of this, so that the length of a name says little. */
    private static final int BLOCK = 32;

    private static final int LONGEST = 600;

    private final byte[] nonceKey;
    private final SecretKeySpec key;

    FileIds(MediaKeys keys) {
        this.nonceKey = keys.of("nonces of names");
        this.key = new SecretKeySpec(keys.of("names"), "AES");
    }

    /** The name of a file, as it stands in an address. */
    public String write(FileId file) {
        byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
        byte[] filled = Arrays.copyOf(text, (text.length / BLOCK + 1) * BLOCK);
        byte[] nonce = Arrays.copyOf(MediaKeys.hmac(nonceKey, filled), NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
            byte[] name = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(filled.length));
            cipher.doFinal(filled, 0, filled.length, name, NONCE_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, impossible);
        }
    }

    /** What a name leads to; nothing if it was not made with this secret. */
    public Optional<FileId> read(String name) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(name);
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] filled = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES))
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            String text = new String(filled, StandardCharsets.UTF_8);
            return FileId.of(text.substring(0, Math.max(0, text.indexOf('\0'))));
        } catch (IllegalArgumentException | GeneralSecurityException madeByNobody) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
