package dev.greengraph.simulator.world.entry;

import dev.greengraph.simulator.world.cast.SimulatedPerson;

/** Who sent a message: somebody else, or the account itself. */
public sealed interface EntryAuthor {

    /** Somebody else; the message is incoming. */
    record Other(SimulatedPerson person) implements EntryAuthor {}

    /**
     * The account; the message is outgoing.
     *
     * @param byApi whether it went through the API rather than a phone
     * @param delivery how far it got
     */
    record Owner(boolean byApi, Delivery delivery) implements EntryAuthor {}
}
