package dev.greengraph.gate.turn;

/** Hears who gets turns, and who has to make room. */
public interface TurnListener {

    /** Turns that nobody counts. */
    TurnListener NONE = new TurnListener() {};

    /** A ticket of that requester got its turn. */
    default void given(Requester requester) {}

    /** A ticket of that requester lost its place to one who had fewer. */
    default void displaced(Requester requester) {}
}
