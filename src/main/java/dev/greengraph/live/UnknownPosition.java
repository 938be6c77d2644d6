package dev.greengraph.live;

/** What a subscriber came back with is no position that a change came with. */
public final class UnknownPosition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownPosition() {
        super("The position is not known", null, false, false);
    }
}
