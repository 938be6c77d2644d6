package dev.greengraph.graphql.emptiness;

import dev.greengraph.graphql.paging.EmptyList;
import dev.greengraph.graphql.paging.EmptyList.Part;
import dev.greengraph.graphql.state.AccountStateMapping;
import dev.greengraph.upstream.row.account.SettingsRow;
import dev.greengraph.upstream.row.account.StateRow;
import dev.greengraph.upstream.row.account.SyncRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in what the upstream says of an account what keeps a list empty. */
final class EmptinessMapping {

    private static final int COMPLETE = 100;

    private EmptinessMapping() {}

    static Emptiness nothingMatches() {
        return because(EmptyReason.NOTHING_MATCHES, "Ask for a longer time, or with a wider filter.");
    }

    static Emptiness noCause() {
        return because(
                EmptyReason.NO_CAUSE_KNOWN,
                "Ask again later: an entry may take two minutes to appear, a changed setting five minutes to apply."
                        + " What is older than the connection of the account appears only after its settings were saved"
                        + " and it was logged out and authorised again.");
    }

    /** Settings that are off although the list needs them. What the upstream does not mention is no cause. */
    static Optional<Emptiness> settings(EmptyList list, SettingsRow row) {
        List<String> off = list.parts().stream()
                .flatMap(part -> off(part, row))
                .distinct()
                .sorted()
                .toList();
        return off.isEmpty()
                ? Optional.empty()
                : Optional.of(new Emptiness(
                        EmptyReason.SETTINGS_OFF,
                        off,
                        "Switch these settings of the account on at the upstream; it takes up to five minutes, and what"
                                + " came before is not written down."));
    }

    private static Stream<String> off(Part part, SettingsRow row) {
        return switch (part) {
            case INCOMING_MESSAGES -> ifOff("incomingWebhook", row.incomingWebhook());
            case OUTGOING_MESSAGES -> ifOff("outgoingMessageWebhook", row.outgoingMessageWebhook());
            case INCOMING_CALLS ->
                Stream.concat(
                        ifOff("incomingWebhook", row.incomingWebhook()),
                        ifOff("incomingCallWebhook", row.incomingCallWebhook()));
        };
    }

    private static Stream<String> ifOff(String setting, @Nullable Boolean value) {
        return Boolean.FALSE.equals(value) ? Stream.of(setting) : Stream.empty();
    }

    /** A state in which nothing comes in. A suspended account still receives. */
    static Optional<Emptiness> state(StateRow row) {
        String advice = switch (AccountStateMapping.kind(row)) {
            case NOT_AUTHORIZED -> "Connect the account to its messenger by its QR code or a pairing code.";
            case PENDING_CODE -> "Enter the pairing code in the messenger.";
            case STARTING -> "Ask again when the account has started, at most five minutes.";
            case SLEEP_MODE -> "Switch the telephone of the account on and connect it.";
            case BLOCKED -> "The messenger has banned the account: appeal there, or connect another number.";
            case AUTHORIZED, SUSPENDED, UNKNOWN -> null;
        };
        return Optional.ofNullable(advice).map(text -> because(EmptyReason.ACCOUNT_NOT_CONNECTED, text));
    }

    /** A synchronisation that has not ended. */
    static Optional<Emptiness> sync(SyncRow row) {
        Integer progress = row.historySyncProgress();
        return progress == null || progress >= COMPLETE
                ? Optional.empty()
                : Optional.of(because(EmptyReason.STILL_SYNCING, "Ask again later: " + progress + " % are read."));
    }

    private static Emptiness because(EmptyReason reason, String advice) {
        return new Emptiness(reason, List.of(), advice);
    }
}
