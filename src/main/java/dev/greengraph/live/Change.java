package dev.greengraph.live;

import dev.greengraph.upstream.row.MessageRow;
import org.jspecify.annotations.Nullable;

/**
 * One change of an account's messages.
 *
 * @param position where it stands among all changes of the account: what a subscriber comes back with
 * @param kind what happened
 * @param row the message as it is now; absent where changes were missed
 */
public record Change(String position, Kind kind, @Nullable MessageRow row) {

    /** What happened. */
    public enum Kind {
        /** The message was not known. */
        ADDED,
        /** Its delivery, content or marks are others now. */
        CHANGED,
        /** The subscriber was too slow, or came from where nothing is known of: changes up to this one were left out. */
        MISSED
    }
}
