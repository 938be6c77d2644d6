package dev.greengraph.simulator.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong at the storage of files. On the wire in lower case with dashes. */
public enum MediaFault {
    /** 403 for the addresses of journals: those of downloadFile still work. */
    EXPIRED,
    /** 404 for every address. */
    GONE,
    /** 503. */
    UNAVAILABLE,
    /** 302 to an address of a private network. */
    REDIRECT_PRIVATE,
    /** 302 to the same file. */
    REDIRECT,
    /** 302 to the same address, for ever. */
    REDIRECT_LOOP,
    /** A page in place of the file. */
    PAGE,
    /** The connection is closed before the announced end. */
    CUT,
    /** No answer at all. */
    HANG,
    /** The head and some bytes, then nothing more. */
    STALL,
    /** Bytes without end, and without a length. */
    HUGE;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<MediaFault> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(MediaFault::wireName).toList();
    }
}
