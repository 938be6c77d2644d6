package dev.greengraph.admission;

/**
 * What an operation could lead to.
 *
 * @param calls of the upstream, if nothing were held
 * @param values of the answer, and so much work besides: what looks through a window counts as several
 */
record Plan(long calls, long values) {

    static final Plan NOTHING = new Plan(0, 0);

    /** The worse of both. */
    Plan or(Plan other) {
        return new Plan(Math.max(calls, other.calls), Math.max(values, other.values));
    }
}
