package dev.greengraph.gate.shared;

import dev.greengraph.observe.CallOutcome;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The right to send one call, and how the others hear what became of it. */
public interface Grant {

    /** Nobody listens. */
    Grant UNHEARD = new Grant() {
        @Override
        public boolean holds() {
            return true;
        }

        @Override
        public void sent() {}

        @Override
        public void ended(End end) {}
    };

    /** Whether the call may be sent now: it may have taken a while to make its connection. */
    boolean holds();

    /** The call was sent: the next one may follow one space later. */
    void sent();

    /** The call ended, or was never sent. */
    void ended(End end);

    /**
     * How a call ended.
     *
     * @param arrivedAgo since when, at the latest, it has been at the upstream; absent if the next call need not wait for it
     * @param outcome what it met; absent if that says nothing about the upstream
     * @param callsPerSecond what the upstream said that it allows
     */
    record End(@Nullable Duration arrivedAgo, @Nullable CallOutcome outcome, OptionalDouble callsPerSecond) {

        /** The call was not sent. */
        public static final End UNUSED = new End(null, null, OptionalDouble.empty());
    }
}
