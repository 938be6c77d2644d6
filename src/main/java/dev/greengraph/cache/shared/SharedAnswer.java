package dev.greengraph.cache.shared;

import dev.greengraph.upstream.failure.NegativeAnswer;

/** What the upstream answered, in the form in which replicas share it: rows are read from it again. */
public sealed interface SharedAnswer {

    /**
     * The body of a 200. Nobody compares two bodies, and megabytes are not copied.
     *
     * @param bytes as the upstream sent it, decompressed; not changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Body(byte[] bytes) implements SharedAnswer {}

    /**
     * The upstream does not have what was asked for.
     *
     * @param what it does not have
     */
    record Negative(NegativeAnswer what) implements SharedAnswer {}
}
