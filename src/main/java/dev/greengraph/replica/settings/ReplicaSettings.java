package dev.greengraph.replica.settings;

import dev.greengraph.account.Secret;
import dev.greengraph.account.SecretFile;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.RedisOptions;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The settings, checked. Each message names the setting and what it must be, never what a file holds.
 *
 * @param options of the client
 * @param secret of the deployment
 * @param keys that values are encrypted with, the first for new ones; none if values are plain
 * @param timeout longest wait for Redis
 * @param maxValue largest value, after compression
 * @param expected least number of replicas while Redis is away
 */
public record ReplicaSettings(
        RedisOptions options, Secret secret, List<byte[]> keys, Duration timeout, long maxValue, int expected) {

    private static final String PREFIX = "greengraph.replicas.";
    private static final String FILE = "the path of a readable file that holds ";
    private static final int SHORTEST_SECRET = 32;
    private static final int KEY_BYTES = 32;
    private static final int MOST_KEYS = 2;
    private static final int MOST_REPLICAS = 100;
    /** No request waits for a connection. */
    private static final int CONNECT_MILLIS = 1_000;

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(1);

    /** Reads and checks them; empty if nothing is shared. */
    public static Optional<ReplicaSettings> of(ReplicasConfig config) {
        if (config.redis().isEmpty()) {
            refuseWithoutAddress(config);
            return Optional.empty();
        }
        check(isBetween(config.timeout()), "timeout", "between 1ms and 1s");
        check(config.expected() >= 1 && config.expected() <= MOST_REPLICAS, "expected", "between 1 and 100");
        check(config.maxValue().asLongValue() >= 1, "max-value", "at least 1");
        return Optional.of(new ReplicaSettings(
                options(config),
                secret(config),
                config.encryptionKeyFile().map(ReplicaSettings::keys).orElse(List.of()),
                config.timeout(),
                config.maxValue().asLongValue(),
                config.expected()));
    }

    private static boolean isBetween(Duration timeout) {
        return timeout.toMillis() >= 1 && timeout.compareTo(LONGEST_TIMEOUT) <= 0;
    }

    /** They would be without effect, and their absence not noticed. */
    private static void refuseWithoutAddress(ReplicasConfig config) {
        boolean isAny = config.redisUser().isPresent()
                || config.redisPasswordFile().isPresent()
                || config.redisTrustFile().isPresent()
                || config.secretFile().isPresent()
                || config.encryptionKeyFile().isPresent();
        check(!isAny, "redis", "an address such as redis://redis:6379, where other settings of replicas are set");
    }

    private static RedisOptions options(ReplicasConfig config) {
        URI address = address(config.redis().orElseThrow());
        NetClientOptions net =
                new NetClientOptions().setConnectTimeout(CONNECT_MILLIS).setTcpNoDelay(true);
        config.redisTrustFile().ifPresent(file -> {
            checkCertificates(file);
            net.setTrustOptions(new PemTrustOptions().addCertPath(file));
        });
        if ("rediss".equals(address.getScheme())) {
            net.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
        }
        return new RedisOptions()
                .setConnectionString(withCredentials(address, config))
                .setNetClientOptions(net);
    }

    private static URI address(String value) {
        try {
            URI address = URI.create(value.strip());
            boolean isRedis = "redis".equals(address.getScheme()) || "rediss".equals(address.getScheme());
            if (isRedis
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawPath().matches("/?|/[0-9]{1,5}")) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // refused below, without the value: it may contain a password
        }
        throw wrong("redis", "a redis or rediss address without user and password, such as redis://redis:6379");
    }

    private static String withCredentials(URI address, ReplicasConfig config) {
        Optional<String> password =
                config.redisPasswordFile().map(file -> content("redis-password-file", file, "the password"));
        check(
                password.isPresent() || config.redisUser().isEmpty(),
                "redis-password-file",
                "set where redis-user is set");
        String credentials = password.map(secret ->
                        config.redisUser().map(ReplicaSettings::encoded).orElse("") + ":" + encoded(secret) + "@")
                .orElse("");
        int port = address.getPort() < 0 ? 6379 : address.getPort();
        return address.getScheme() + "://" + credentials + address.getHost() + ":" + port + address.getRawPath();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Secret secret(ReplicasConfig config) {
        String what = "a secret of at least 32 characters";
        String secret = config.secretFile()
                .map(file -> content("secret-file", file, what))
                .orElse("");
        check(secret.length() >= SHORTEST_SECRET, "secret-file", FILE + what);
        return new Secret(secret);
    }

    private static List<byte[]> keys(String file) {
        String what = "one or two keys, each 32 bytes in Base64 on a line of its own";
        String must = FILE + what;
        List<String> lines = content("encryption-key-file", file, what)
                .lines()
                .map(String::strip)
                .toList();
        check(lines.size() <= MOST_KEYS, "encryption-key-file", must);
        try {
            List<byte[]> keys = lines.stream().map(Base64.getDecoder()::decode).toList();
            check(keys.stream().allMatch(key -> key.length == KEY_BYTES), "encryption-key-file", must);
            return keys;
        } catch (IllegalArgumentException malformed) {
            throw wrong("encryption-key-file", must);
        }
    }

    private static String content(String setting, String file, String what) {
        String content = SecretFile.read(PREFIX + setting, file, what);
        check(!content.isEmpty(), setting, FILE + what);
        return content;
    }

    /** The client would read them with the first connection only, and go without Redis. */
    private static void checkCertificates(String file) {
        String what = "certificates in PEM";
        byte[] content = content("redis-trust-file", file, what).getBytes(StandardCharsets.UTF_8);
        try {
            boolean isAny = !CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(content))
                    .isEmpty();
            check(isAny, "redis-trust-file", FILE + what);
        } catch (CertificateException malformed) {
            throw wrong("redis-trust-file", FILE + what);
        }
    }

    private static void check(boolean allowed, String setting, String must) {
        if (!allowed) {
            throw wrong(setting, must);
        }
    }

    private static ConfigurationException wrong(String setting, String must) {
        return new ConfigurationException(PREFIX + setting + ": must be " + must);
    }
}
