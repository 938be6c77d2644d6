package dev.greengraph.upstream.row.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the upstream has read what was in an account before it was connected. MAX alone says it.
 *
 * <p>Source: upstream manual, getAccountSettings; sample {@code upstream/get-account-settings}.
 *
 * @param historySyncProgress in percent
 * @param suspendedUntil until when the messenger keeps the account from sending, Unix seconds
 */
public record SyncRow(
        @Nullable Integer historySyncProgress, @Nullable Long suspendedUntil) {

    /** Reads the answer; nothing if it is about something else. */
    public static Optional<SyncRow> read(JsonNode body) {
        JsonNode progress = body.path("historySyncProgress");
        return body.has("stateInstance") || !progress.isMissingNode()
                ? Optional.of(new SyncRow(
                        progress.canConvertToInt() && progress.isNumber()
                                ? Math.max(0, Math.min(100, progress.asInt()))
                                : null,
                        RowReader.seconds(body.path("suspendedUntil"))))
                : Optional.empty();
    }
}
