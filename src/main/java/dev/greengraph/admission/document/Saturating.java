package dev.greengraph.admission.document;

/** Arithmetic on counts that cannot overflow: beyond a billion a count stays a billion. */
public final class Saturating {

    public static final long MOST = 1_000_000_000;

    private Saturating() {}

    public static long add(long one, long other) {
        return Math.min(MOST, one + other);
    }

    public static long multiply(long one, long other) {
        return Math.min(MOST, Math.min(MOST, one) * Math.min(MOST, other));
    }
}
