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
 */
public record SimulatedChat(String id, List<SimulatedPerson> members, int weight) {

    private static final Pattern WHATSAPP_ID = Pattern.compile("[0-9-]+@(c\\.us|g\\.us|lid)");
    private static final Pattern MAX_ID = Pattern.compile("-?[0-9]+");

    public SimulatedChat {
        members = List.copyOf(members);
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
}
