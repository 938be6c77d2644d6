package dev.greengraph.account;

import java.util.Objects;

/** A value that {@link #toString()} hides, so that no log line and no message contains it. */
public final class Secret {

    private final String value;

    /**
     * Wraps a value.
     *
     * @param value the secret itself
     */
    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** The secret itself: only for the upstream's URL. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
