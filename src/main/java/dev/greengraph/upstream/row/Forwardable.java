package dev.greengraph.upstream.row;

import org.jspecify.annotations.Nullable;

/** A part of an entry that may say whether the message was forwarded: files say it themselves, other kinds inside their payload. */
public interface Forwardable {

    /** Whether it was; absent if only the score tells. */
    @Nullable
    Boolean isForwarded();

    /** How often. */
    @Nullable
    Integer forwardingScore();
}
