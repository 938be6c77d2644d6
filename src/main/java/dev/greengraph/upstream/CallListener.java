package dev.greengraph.upstream;

/** Who sends a call is told what happens to it on its way, on a thread of the wire. */
public interface CallListener {

    /** Nobody cares. */
    CallListener NONE = new CallListener() {
        @Override
        public void left() {}

        @Override
        public void allowed(double callsPerSecond) {}
    };

    /** The connection stands and the request leaves: from now on it can arrive. */
    void left();

    /**
     * The upstream said how many calls it allows the account to send to this method.
     *
     * @param callsPerSecond greater than zero
     */
    void allowed(double callsPerSecond);
}
