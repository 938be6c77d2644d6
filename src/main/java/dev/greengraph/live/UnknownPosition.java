package dev.greengraph.live;

/** What happened after the position that a subscriber came back with is not known. */
public final class UnknownPosition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownPosition() {
        super("The position is not known", null, false, false);
    }
}
