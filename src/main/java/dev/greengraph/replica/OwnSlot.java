package dev.greengraph.replica;

import dev.greengraph.gate.shared.Grant;
import java.time.Duration;

/**
 * The right to send in our own time slot, while the budget is parted. It holds as long as the first part of the slot lasts, and
 * nobody hears of its calls: the others keep to their slots.
 *
 * @param space time between two calls
 */
record OwnSlot(Presence presence, Duration space) implements Grant {

    @Override
    public boolean holds() {
        return presence.silence(space).isZero() && presence.untilOwnSlot(space).isZero();
    }

    @Override
    public void sent() {}

    @Override
    public void ended(End end) {}
}
