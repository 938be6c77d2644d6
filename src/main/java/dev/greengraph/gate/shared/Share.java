package dev.greengraph.gate.shared;

/**
 * The part of the upstream's budget that one replica may count on.
 *
 * @param stretch how many times as far apart as the upstream asks its own calls are
 * @param returns how many times as far apart as its own calls those may come back who were refused
 */
public record Share(double stretch, int returns) {

    /** All of it. */
    public static final Share ALL = new Share(1, 1);
}
