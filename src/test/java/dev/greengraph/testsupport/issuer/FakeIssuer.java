package dev.greengraph.testsupport.issuer;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An issuer with discovery and one key. It is away until {@link #comes()}: connections are closed without an answer. To
 * whom it is asked about a token it says that the token is good, so that nobody gets away with asking.
 */
public final class FakeIssuer implements AutoCloseable {

    /** What tokens for the gateway name as their audience. */
    public static final String AUDIENCE = "greengraph";

    private final Vertx vertx = Vertx.vertx();
    private final KeyPair key = newKey();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean away = true;
    private String address = "";

    String start() {
        int port = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        address = "http://127.0.0.1:" + port;
        return address;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** From now on it answers. */
    public void comes() {
        away = false;
    }

    /** From now on it does not. */
    public void goes() {
        away = true;
    }

    /** What it was asked for, since it started. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** A token as it makes them, to be signed with {@link #key()}. */
    public Token token() {
        Instant now = Instant.now();
        return new Token()
                .header("kid", "known")
                .claim("iss", address)
                .claim("aud", AUDIENCE)
                .claim("sub", "somebody")
                .claim("iat", now.getEpochSecond())
                .claim("exp", now.plusSeconds(300).getEpochSecond());
    }

    /** Its key, which nobody else has. */
    public PrivateKey key() {
        return key.getPrivate();
    }

    /** What everybody knows of its key. */
    public byte[] publicKey() {
        return key.getPublic().getEncoded();
    }

    /** A key that is not its own. */
    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(HttpServerRequest request) {
        asked.add(request.path());
        if (away) {
            request.connection().close();
            return;
        }
        JsonObject body = switch (request.path()) {
            case "/.well-known/openid-configuration" -> discovery();
            case "/keys" -> new JsonObject().put("keys", new JsonArray().add(publicJwk()));
            default -> new JsonObject().put("active", true).put("groups", new JsonArray().add("boss"));
        };
        request.response().putHeader("Content-Type", "application/json").end(body.encode());
    }

    private JsonObject discovery() {
        return new JsonObject()
                .put("issuer", address)
                .put("jwks_uri", address + "/keys")
                .put("introspection_endpoint", address + "/introspect")
                .put("userinfo_endpoint", address + "/userinfo");
    }

    private JsonObject publicJwk() {
        RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
        return new JsonObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", "known")
                .put("n", unsigned(rsa.getModulus()))
                .put("e", unsigned(rsa.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Token.base64(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
