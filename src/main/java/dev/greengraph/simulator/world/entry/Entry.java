package dev.greengraph.simulator.world.entry;

import dev.greengraph.simulator.world.cast.SimulatedChat;
import java.time.Instant;

/**
 * One message of a chat.
 *
 * @param id its id or ids
 * @param at when it was sent
 * @param chat where
 * @param sender by whom
 * @param said what it says
 */
public record Entry(EntryId id, Instant at, SimulatedChat chat, EntryAuthor sender, EntryContent said) {

    public boolean isOutgoing() {
        return sender instanceof EntryAuthor.Owner;
    }

    public Entry changed(EntryContent.Change change) {
        return new Entry(id, at, chat, sender, said.changed(change));
    }

    /** The same outgoing message with another delivery. */
    public Entry delivered(EntryAuthor.Owner owner, Delivery delivery) {
        return new Entry(id, at, chat, new EntryAuthor.Owner(owner.byApi(), delivery), said);
    }

    /** When something last happened to the message: the time that the outgoing journal shows. */
    public Instant lastActionAt(Instant now) {
        return sender instanceof EntryAuthor.Owner owner
                ? owner.delivery().at(now).since()
                : at;
    }
}
