package dev.greengraph.admission;

/** Arithmetic on counts that cannot overflow: beyond a billion a count stays a billion. */
final class Saturating {

    static final long MOST = 1_000_000_000;

    private Saturating() {}

    static long add(long one, long other) {
        return Math.min(MOST, one + other);
    }

    static long multiply(long one, long other) {
        return Math.min(MOST, Math.min(MOST, one) * Math.min(MOST, other));
    }
}
