package dev.greengraph.simulator.world.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a test says of an account itself: its state, and calls beside the invented ones. Not for use by several threads. */
public final class AccountEvents {

    /** The state of an account that works. */
    public static final String AUTHORIZED = "authorized";

    private static final int MOST_CALLS = 1_000;

    private final List<Call> calls = new ArrayList<>();
    private String state = AUTHORIZED;

    /**
     * A call as far as it got.
     *
     * @param status {@code offer}, {@code pickUp}, {@code hangUp}, {@code missed} or {@code declined}
     */
    public record Call(String id, boolean isOutgoing, String chatId, String status, Instant at) {

        private Call now(String next) {
            return new Call(id, isOutgoing, chatId, next, at);
        }
    }

    /** Its state, as the upstream names it. */
    public String state() {
        return state;
    }

    /** It is in that state from now on. */
    public void enter(String next) {
        state = next;
    }

    /** A call begins. */
    public Call begin(boolean isOutgoing, String chatId, String status, Instant now) {
        if (calls.size() == MOST_CALLS) {
            throw new IllegalArgumentException("calls: must be at most " + MOST_CALLS + " an account");
        }
        Call call = new Call(String.format("CALL%012X", calls.size() + 1), isOutgoing, chatId, status, now);
        calls.add(call);
        return call;
    }

    /** A call goes on, or ends. */
    public Call change(String id, String status) {
        Call changed = calls.stream()
                .filter(call -> call.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("idMessage: must be the id of a call that was added"))
                .now(status);
        calls.replaceAll(call -> call.id().equals(id) ? changed : call);
        return changed;
    }

    /** Those from a moment on, newest first. */
    List<Call> calls(boolean isOutgoing, Instant from, Instant now) {
        List<Call> found = new ArrayList<>();
        calls.stream()
                .filter(call -> call.isOutgoing() == isOutgoing)
                .filter(call -> !call.at().isBefore(from) && !call.at().isAfter(now))
                .forEach(call -> found.add(0, call));
        return found;
    }
}
