package dev.greengraph.media;

/** Why a file cannot be had although the upstream has said where it is, or has none. */
public final class MediaFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong. */
    public enum Reason {
        /** The message has no such thing. */
        NO_FILE,
        /** The address does not work any more. */
        LINK_EXPIRED,
        /** The address, or what it redirects to, is not one that files are fetched from. */
        ADDRESS_REFUSED,
        /** The file is larger than allowed. */
        TOO_LARGE,
        /** The storage did not answer in time. */
        TIMED_OUT,
        /** The storage cannot be reached, or says that it has trouble. */
        UNAVAILABLE,
        /** The storage answered something that is no file. */
        INVALID
    }

    /** Without a stack trace: it is an expected failure. */
    public MediaFailure(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
