package dev.greengraph.simulator.world.cast;

/**
 * Somebody who writes to an account.
 *
 * @param id chat id of the person
 * @param name what they call themselves; may be empty or just a dot
 * @param contactName what the address book calls them; empty when they are not in it
 */
public record SimulatedPerson(String id, String name, String contactName) {}
