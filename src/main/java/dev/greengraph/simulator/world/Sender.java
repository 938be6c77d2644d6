package dev.greengraph.simulator.world;

/** Who sent a message: somebody else, or the account itself. */
sealed interface Sender {

    /** Somebody else; the message is incoming. */
    record Them(Person person) implements Sender {}

    /**
     * The account; the message is outgoing.
     *
     * @param byApi whether it went through the API rather than a phone
     * @param delivery how far it got
     */
    record Us(boolean byApi, Delivery delivery) implements Sender {}
}
