package dev.greengraph.observe;

/**
 * The keys that a log line may have beside its text: which account, which endpoint, which request. A value is a configured
 * name or a number: never a message text, a phone number, a token or a payload.
 */
public enum LogKey {
    /** The request; what the answer calls its id. */
    REQUEST_ID("requestId"),
    /** The name of a configured account. */
    ACCOUNT("account"),
    /** The upstream's method. */
    ENDPOINT("endpoint"),
    /** How much was asked for: minutes or entries. */
    WINDOW("window"),
    /** Milliseconds until the turn came. */
    WAIT_MS("waitMs"),
    /** Milliseconds from then on until it ended. */
    TOOK_MS("tookMs"),
    /** How a call ended. */
    OUTCOME("outcome"),
    /** How many replicas there are. */
    REPLICAS("replicas"),
    /** Why something failed: a code or the name of a class. */
    CAUSE("cause");

    private final String key;

    LogKey(String key) {
        this.key = key;
    }

    /** As it stands in the log. */
    public String key() {
        return key;
    }
}
