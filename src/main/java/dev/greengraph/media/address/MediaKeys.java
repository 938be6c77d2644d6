package dev.greengraph.media.address;

import dev.greengraph.account.SecretFile;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys that addresses are made with: one for each purpose, of the configured secret or of a random one. */
@Singleton
public class MediaKeys {

    static final String HMAC = "HmacSHA256";

    private static final String SETTING = "greengraph.media.secret-file";
    private static final int SHORTEST_SECRET = 32;

    private final byte[] secret;
    private final boolean isLasting;

    MediaKeys(MediaConfig config) {
        this.isLasting = config.secretFile().isPresent();
        this.secret = config.secretFile().map(MediaKeys::read).orElseGet(MediaKeys::random);
    }

    /** Whether addresses are the same after a restart, and in other replicas. */
    public boolean isLasting() {
        return isLasting;
    }

    /** The 32 bytes for a purpose. */
    byte[] of(String purpose) {
        return hmac(secret, ("greengraph media " + purpose).getBytes(StandardCharsets.UTF_8));
    }

    /** The 32 bytes of HMAC-SHA256. */
    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JVM has " + HMAC, absent);
        }
    }

    private static byte[] read(String file) {
        String content = SecretFile.read(SETTING, file, "a secret of at least 32 characters");
        if (content.length() < SHORTEST_SECRET) {
            throw new ConfigurationException(
                    SETTING + ": must be the path of a readable file with a secret of at least 32 characters");
        }
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random() {
        byte[] random = new byte[SHORTEST_SECRET];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
