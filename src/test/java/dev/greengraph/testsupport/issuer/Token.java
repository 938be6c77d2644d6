package dev.greengraph.testsupport.issuer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A JSON Web Token in the making: right until a test makes it wrong. */
public final class Token {

    private final JsonObject header = new JsonObject().put("typ", "JWT").put("alg", "RS256");
    private final JsonObject claims = new JsonObject();

    /** Sets a part of the header. */
    public Token header(String name, String value) {
        header.put(name, value);
        return this;
    }

    /** Sets a claim. */
    public Token claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** Sets the claim that the platform reads roles from. */
    public Token roles(String... roles) {
        return claim("groups", new JsonArray(java.util.List.of(roles)));
    }

    /** With a signature of that key. */
    public String signedBy(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content().getBytes(StandardCharsets.UTF_8));
            return content() + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With the HMAC that somebody can make who knows the issuer's public key. */
    public String signedWithPublicKey(byte[] publicKey) {
        try {
            header("alg", "HS256");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
            return content() + "." + base64(mac.doFinal(content().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without a signature, and saying so. */
    public String unsigned() {
        header("alg", "none");
        return content() + ".";
    }

    private String content() {
        return base64(header.encode().getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.encode().getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
