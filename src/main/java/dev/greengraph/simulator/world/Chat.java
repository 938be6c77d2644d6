package dev.greengraph.simulator.world;

import java.util.List;

/**
 * A conversation of an account.
 *
 * @param id as the messenger spells it
 * @param members everybody in it but the account itself; exactly one in a personal chat
 * @param weight how often something is said here, compared with the other chats; zero keeps it quiet
 */
record Chat(String id, List<Person> members, int weight) {

    Chat {
        members = List.copyOf(members);
    }

    static Chat with(Person person, int weight) {
        return new Chat(person.id(), List.of(person), weight);
    }

    boolean isGroup() {
        return id.endsWith("@g.us") || id.startsWith("-");
    }
}
