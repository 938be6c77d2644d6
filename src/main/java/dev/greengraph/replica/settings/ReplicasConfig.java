package dev.greengraph.replica.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What replicas share, and through which Redis. Without an address one process does all. */
@ConfigMapping(prefix = "greengraph.replicas")
public interface ReplicasConfig {

    /** Address of the server, redis or rediss (TLS), without user and password. */
    Optional<String> redis();

    /** The user, where access lists are in use. */
    Optional<String> redisUser();

    /** A file that holds the password. */
    Optional<String> redisPasswordFile();

    /** A file with the certificates (PEM) that a rediss server is trusted by; without it the JVM's own. */
    Optional<String> redisTrustFile();

    /** A file with the secret of the deployment, from which names in Redis are made: the same for all replicas. */
    Optional<String> secretFile();

    /** A file with keys that values are encrypted with, one a line: the first encrypts, a second one is only read with. */
    Optional<String> encryptionKeyFile();

    /** Least number of replicas that the budget is divided by while Redis is away; those last seen, if they are more. */
    @WithDefault("1")
    int expected();

    /** Longest wait for Redis; a server that takes longer is left alone until it answers in time again. */
    @WithDefault("50ms")
    Duration timeout();

    /** Largest value that is stored, after compression. */
    @WithDefault("1M")
    MemorySize maxValue();
}
