package dev.greengraph.upstream.row.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an account that decide what its journals hold. Only these are read: the answer also holds the address and
 * the token of the account's own webhook, which end here.
 *
 * <p>Source: upstream manual, getSettings; sample {@code upstream/get-settings}. Values are "yes" and "no", some are booleans.
 *
 * @param incomingWebhook whether incoming messages are written down
 * @param outgoingMessageWebhook whether messages sent from the telephone are
 * @param outgoingApiMessageWebhook whether notifications are sent of messages sent through the API
 * @param outgoingWebhook whether the delivery of sent messages is
 * @param incomingCallWebhook whether calls are
 * @param enableLidMode whether people may appear under an id that hides their number
 */
public record SettingsRow(
        @Nullable Boolean incomingWebhook,
        @Nullable Boolean outgoingMessageWebhook,
        @Nullable Boolean outgoingApiMessageWebhook,
        @Nullable Boolean outgoingWebhook,
        @Nullable Boolean incomingCallWebhook,
        @Nullable Boolean enableLidMode) {

    /** Reads the answer; nothing if it has none of the settings that every account has. */
    public static Optional<SettingsRow> read(JsonNode body) {
        SettingsRow row = new SettingsRow(
                isOn(body, "incomingWebhook"),
                isOn(body, "outgoingMessageWebhook"),
                isOn(body, "outgoingAPIMessageWebhook"),
                isOn(body, "outgoingWebhook"),
                isOn(body, "incomingCallWebhook"),
                isOn(body, "enableLidMode"));
        return row.incomingWebhook == null && row.outgoingWebhook == null ? Optional.empty() : Optional.of(row);
    }

    private static @Nullable Boolean isOn(JsonNode body, String setting) {
        JsonNode value = body.path(setting);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        String text = RowReader.text(body, setting);
        return "yes".equals(text) ? Boolean.TRUE : "no".equals(text) ? Boolean.FALSE : null;
    }
}
