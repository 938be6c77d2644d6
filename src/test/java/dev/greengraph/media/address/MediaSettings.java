package dev.greengraph.media.address;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of files as tests need them. */
public record MediaSettings(
        Optional<String> secretFile, Duration signatureTime, Set<String> hosts, Optional<Set<String>> trustedOrigins)
        implements MediaConfig {

    /** Settings with a secret. */
    public static MediaSettings of(String secret) {
        try {
            Path file = Files.createTempFile("secret", ".txt");
            Files.writeString(file, secret);
            file.toFile().deleteOnExit();
            return new MediaSettings(
                    Optional.of(file.toString()),
                    Duration.ofHours(1),
                    Set.of("media-*.storage.example.com", "files.example.com"),
                    Optional.of(Set.of("http://127.0.0.1:7391")));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static FileIds ids() {
        return new FileIds(new MediaKeys(of("a secret of at least 32 characters")));
    }

    static FileIds idsOfAnotherSecret() {
        return new FileIds(new MediaKeys(of("another secret of at least 32 characters")));
    }

    MediaSettings signedFor(Duration time) {
        return new MediaSettings(secretFile, time, hosts, trustedOrigins);
    }

    /** The same with other hosts. */
    public MediaSettings fetchedFrom(Set<String> others) {
        return new MediaSettings(secretFile, signatureTime, others, trustedOrigins);
    }

    @Override
    public int streams() {
        return 64;
    }

    @Override
    public Optional<String> baseUrl() {
        return Optional.empty();
    }

    @Override
    public MemorySize maxSize() {
        return new MemorySize(BigInteger.valueOf(1_000_000));
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Duration idleTimeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration maxTime() {
        return Duration.ofMinutes(5);
    }
}
