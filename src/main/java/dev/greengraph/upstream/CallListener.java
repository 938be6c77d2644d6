package dev.greengraph.upstream;

/** Lifecycle callbacks of one upstream request, called on a thread of the HTTP client. */
public interface CallListener {

    /** Ignores everything. */
    CallListener NONE = new CallListener() {
        @Override
        public boolean mayBeSent() {
            return true;
        }

        @Override
        public void sent() {}

        @Override
        public void allowed(double callsPerSecond) {}

        @Override
        public void answered(byte[] body) {}
    };

    /**
     * The connection stands. Whether the request may be written now: making the connection may have taken longer than the call
     * had time. If not, the call fails, and {@link #sent()} is not called.
     */
    boolean mayBeSent();

    /** The connection stands and the request is written: from now on the upstream may count it. */
    void sent();

    /**
     * The upstream said how many calls it allows the account to send to this method.
     *
     * @param callsPerSecond greater than zero
     */
    void allowed(double callsPerSecond);

    /**
     * The upstream answered with a 200 whose body could be read.
     *
     * @param body the whole of it, decompressed
     */
    void answered(byte[] body);
}
