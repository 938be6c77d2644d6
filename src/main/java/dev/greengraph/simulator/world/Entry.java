package dev.greengraph.simulator.world;

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
record Entry(MessageId id, Instant at, Chat chat, Sender sender, Said said) {

    boolean isOutgoing() {
        return sender instanceof Sender.Us;
    }

    Entry changed(Said.Change change) {
        return new Entry(id, at, chat, sender, said.changed(change));
    }

    /** When something last happened to the message: the time that the outgoing journal shows. */
    Instant lastActionAt(Instant now) {
        return sender instanceof Sender.Us us ? us.delivery().at(now).since() : at;
    }
}
