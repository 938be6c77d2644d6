package dev.greengraph.media.address;

import dev.greengraph.runtime.AccountRepositories;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The addresses of files on the gateway's own host. Making one needs no upstream call. */
@Singleton
public class FileUrls {

    /** Every address is below it. */
    public static final String PATH = "/media/";

    private final SignedNames names;
    private final Signatures signatures;
    private final AccountRepositories repositories;
    private final Clock clock;
    private final String prefix;
    private final boolean areServed;

    FileUrls(MediaConfig config, FileIds ids, Signatures signatures, AccountRepositories repositories, Clock clock) {
        this.names = new SignedNames(ids, signatures);
        this.signatures = signatures;
        this.repositories = repositories;
        this.clock = clock;
        this.prefix = config.baseUrl().orElse("") + PATH;
        this.areServed = config.streams() > 0;
    }

    /** The address of a file; null if none is served. An answer that holds it is the same until its signature is another one. */
    public @Nullable String of(FileId file) {
        if (!areServed) {
            return null;
        }
        Instant now = clock.instant();
        if (signatures.areOn()) {
            repositories.repeatableUntil(signatures.sameUntil(now));
        }
        return prefix + names.of(file, now);
    }
}
