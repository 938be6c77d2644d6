package dev.greengraph.admission.cost;

/**
 * What an operation could lead to.
 *
 * @param calls of the upstream, if nothing were held
 * @param values of the answer, and so much work besides: what looks through a window counts as several
 * @param isLasting whether it is the same at any time; else a list begins at a moment, from which more and more time passes
 */
public record OperationCost(long calls, long values, boolean isLasting) {

    public static final OperationCost NOTHING = new OperationCost(0, 0, true);

    /** The worse of both. */
    OperationCost or(OperationCost other) {
        return new OperationCost(
                Math.max(calls, other.calls), Math.max(values, other.values), isLasting && other.isLasting);
    }
}
