package dev.greengraph.simulator.world.cast;

import java.util.List;

/**
 * A conversation of an account.
 *
 * @param id as the messenger spells it
 * @param members everybody in it but the account itself; exactly one in a personal chat
 * @param weight how often something is said here, compared with the other chats; zero keeps it quiet
 */
public record SimulatedChat(String id, List<SimulatedPerson> members, int weight) {

    public SimulatedChat {
        members = List.copyOf(members);
    }

    public static SimulatedChat with(SimulatedPerson person, int weight) {
        return new SimulatedChat(person.id(), List.of(person), weight);
    }

    public boolean isGroup() {
        return id.endsWith("@g.us") || id.startsWith("-");
    }
}
