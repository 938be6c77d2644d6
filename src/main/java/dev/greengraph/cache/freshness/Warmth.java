package dev.greengraph.cache.freshness;

/** How much a look into the cache would find. */
public enum Warmth {
    /** An answer that is served without a call. */
    FRESH,
    /** An answer that is served at once, while it is renewed by a call. */
    STALE,
    /** Nothing: whoever reads waits for a call. */
    ABSENT
}
