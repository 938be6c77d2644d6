package dev.greengraph.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, the only hash that the gateway uses: of API keys, documents and static files. */
public final class Sha256 {

    private Sha256() {}

    /** The 32 bytes of the hash. */
    public static byte[] bytes(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** The hash of the text in UTF-8, as 64 lower-case hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(bytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
