package dev.greengraph.gate.turn;

/** Who wants the answer of a call that waits for its turn. */
public interface Wanted {

    /** Nobody in particular. */
    Wanted BY_NONE = by(Requester.NONE);

    /** Who asked first: the call counts as theirs. */
    Requester requester();

    /** Whether others wait for it, too, by now: then it is not taken out of the queue. */
    boolean isSharedWithOthers();

    /** Wanted by one alone. */
    static Wanted by(Requester requester) {
        return new Wanted() {
            @Override
            public Requester requester() {
                return requester;
            }

            @Override
            public boolean isSharedWithOthers() {
                return false;
            }
        };
    }
}
