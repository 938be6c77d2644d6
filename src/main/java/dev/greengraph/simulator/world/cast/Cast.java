package dev.greengraph.simulator.world.cast;

import dev.greengraph.account.Messenger;
import java.util.List;

/**
 * Who and what an account's world is made of.
 *
 * @param messenger where the account lives
 * @param ownId the account's own chat id, as quotes of its messages name it
 * @param mediaHost address below which its files lie, without a slash at the end
 * @param chats all its chats
 * @param talk what is said in them
 */
public record Cast(Messenger messenger, String ownId, String mediaHost, List<SimulatedChat> chats, Talk talk) {

    public Cast {
        chats = List.copyOf(chats);
    }

    public SimulatedChat chat(String id) {
        return chats.stream()
                .filter(chat -> chat.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no chat " + id));
    }
}
