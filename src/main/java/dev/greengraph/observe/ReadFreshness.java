package dev.greengraph.observe;

/** What a read of the cache found; the tag {@code freshness} holds the name in lower case. */
public enum ReadFreshness {
    /** A fresh answer, served from memory. */
    FRESH,
    /** A stale one, served from memory. */
    STALE,
    /** None that may be served: the caller waits for the upstream, or is refused. */
    ABSENT
}
