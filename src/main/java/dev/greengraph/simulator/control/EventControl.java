package dev.greengraph.simulator.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.notification.Mailbox;
import dev.greengraph.simulator.wire.ControlFields;
import dev.greengraph.simulator.world.directory.AccountEvents;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Changes the state of the simulated accounts, calls them, and tells of it and of used-up quotas, as the upstream does. */
public final class EventControl {

    private static final int LONGEST_ID = 100;
    private static final List<String> STATES = List.of(
            AccountEvents.AUTHORIZED,
            "notAuthorized",
            "blocked",
            "sleepMode",
            "starting",
            "yellowCard",
            "pendingCode",
            "suspended");
    private static final List<String> CALL_STATUSES = List.of("offer", "pickUp", "hangUp", "missed", "declined");

    private final Map<String, Account> accounts;
    private final Clock clock;

    /** What is known of an account itself, and where it is told. */
    public record Account(AccountEvents events, Mailbox mailbox) {}

    /** @param accounts by name */
    public EventControl(Map<String, Account> accounts, Clock clock) {
        this.accounts = new TreeMap<>(accounts);
        this.clock = clock;
    }

    /** The state of each account. */
    ObjectNode states() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        accounts.forEach((name, account) -> all.put(name, account.events().state()));
        return all;
    }

    /** Sets a state: {@code {"account":"shop","state":"notAuthorized"}}. */
    ObjectNode setState(String body) {
        ControlFields fields = ControlFields.read(body, Set.of("account", "state"));
        setState(account(fields), fields.required("state", STATES));
        return states();
    }

    private void setState(Account account, String state) {
        if (!state.equals(account.events().state())) {
            account.events().enter(state);
            account.mailbox().stateChanged(state, clock.instant());
        }
    }

    /** All accounts work again. */
    void resetStates() {
        accounts.values().forEach(account -> setState(account, AccountEvents.AUTHORIZED));
    }

    /** A call begins, or that of an {@code idMessage} goes on: {@code {"account":"shop","chatId":"…","status":"offer"}}. */
    ObjectNode addCall(String body) {
        ControlFields fields = ControlFields.read(body, Set.of("account", "chatId", "status", "outgoing", "idMessage"));
        Account account = account(fields);
        String status = fields.required("status", CALL_STATUSES);
        AccountEvents.Call call = fields.has("idMessage")
                ? account.events().change(fields.text("idMessage", LONGEST_ID), status)
                : account.events()
                        .begin(fields.flag("outgoing"), fields.text("chatId", LONGEST_ID), status, clock.instant());
        return account.mailbox().called(call, clock.instant());
    }

    /** A quota of the month is used up: {@code {"account":"shop"}}. That a method is refused for it is a fault. */
    ObjectNode tellQuota(String body) {
        return account(ControlFields.read(body, Set.of("account"))).mailbox().quotaExceeded();
    }

    private Account account(ControlFields fields) {
        return Objects.requireNonNull(accounts.get(fields.required("account", accounts.keySet())));
    }
}
