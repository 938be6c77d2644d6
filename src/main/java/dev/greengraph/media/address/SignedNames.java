package dev.greengraph.media.address;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;

/** Names of files with their signatures, remembered: encrypting and signing costs more than the rest of a message. */
final class SignedNames {

    /** Some 500 bytes each. */
    private static final int REMEMBERED = 4_000;

    private final FileIds ids;
    private final Signatures signatures;
    private final Cache<FileId, Signed> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    /** A name with its signature, and when that ends, in seconds since 1970. */
    private record Signed(String name, long end) {}

    SignedNames(FileIds ids, Signatures signatures) {
        this.ids = ids;
        this.signatures = signatures;
    }

    /** The name of a file with a signature of that moment, if names are signed. */
    String of(FileId file, Instant now) {
        long end = signatures.areOn() ? signatures.end(now) : 0;
        Signed signed = known.getIfPresent(file);
        if (signed == null || signed.end() != end) {
            signed = sign(ids.write(file), end);
            known.put(file, signed);
        }
        return signed.name();
    }

    private Signed sign(String name, long end) {
        return new Signed(
                signatures.areOn() ? name + "?expires=" + end + "&signature=" + signatures.sign(name, end) : name, end);
    }
}
