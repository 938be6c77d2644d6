package dev.greengraph.cache.shared;

/**
 * The turn of one replica to ask one question.
 *
 * @param name tells it from all others; empty for a call that needs no turn
 */
public record Turn(String name) {

    /** No turn: other replicas may ask the same at the same time. */
    public static final Turn NONE = new Turn("");
}
