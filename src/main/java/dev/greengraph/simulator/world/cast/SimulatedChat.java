package dev.greengraph.simulator.world.cast;

import dev.greengraph.account.Messenger;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A conversation of an account.
 *
 * @param id as the messenger spells it
 * @param members everybody in it but the account itself; exactly one in a personal chat
 * @param weight how often something is said here, compared with the other chats; zero keeps it quiet
 * @param subject the name of a group; empty in a personal chat
 */
public record SimulatedChat(String id, List<SimulatedPerson> members, int weight, String subject) {

    private static final Pattern WHATSAPP_ID = Pattern.compile("[0-9-]+@(c\\.us|g\\.us|lid)");
    private static final Pattern MAX_ID = Pattern.compile("-?[0-9]+");

    public SimulatedChat {
        members = List.copyOf(members);
    }

    /** A chat without a subject. */
    public SimulatedChat(String id, List<SimulatedPerson> members, int weight) {
        this(id, members, weight, "");
    }

    public static SimulatedChat with(SimulatedPerson person, int weight) {
        return new SimulatedChat(person.id(), List.of(person), weight);
    }

    /** Whether an id has the form that the messenger gives to chats. */
    public static boolean isId(Messenger messenger, String id) {
        return (messenger == Messenger.MAX ? MAX_ID : WHATSAPP_ID).matcher(id).matches();
    }

    public boolean isGroup() {
        return id.endsWith("@g.us") || id.startsWith("-");
    }

    /** What a list of chats calls it: the subject of a group, a person as the address book or they themselves do. */
    public String title() {
        if (isGroup()) {
            return subject;
        }
        SimulatedPerson person = members.get(0);
        return person.contactName().isEmpty() ? person.name() : person.contactName();
    }
}
