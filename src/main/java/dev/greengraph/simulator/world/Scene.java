package dev.greengraph.simulator.world;

import dev.greengraph.simulator.content.Content;
import dev.greengraph.simulator.content.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a fixed passage of a chat, a message every minute and a half, with ids that can be counted on. */
final class Scene {

    private static final Duration STEP = Duration.ofSeconds(90);

    private final Cast cast;
    private final Chat chat;
    private final List<Entry> entries = new ArrayList<>();
    private Instant clock;

    Scene(Cast cast, Chat chat, Instant begins) {
        this.cast = cast;
        this.chat = chat;
        this.clock = begins;
    }

    Entry them(Person person, Content content) {
        return them(person, Said.of(content));
    }

    Entry them(Person person, Said said) {
        return add(id(false), new Sender.Them(person), said);
    }

    Entry us(Content content) {
        return us("delivered", Said.of(content));
    }

    /** A message of the account through the API that stays in one state. */
    Entry us(String state, Said said) {
        return add(id(true), new Sender.Us(true, Delivery.stuck(clock, state)), said);
    }

    /** A message typed on the account's phone. */
    Entry typed(String state, Content content) {
        return add(
                MessageId.fixed("BAE55C" + digits(10)),
                new Sender.Us(false, Delivery.stuck(clock, state)),
                Said.of(content));
    }

    /** An answer that carries what it answers. */
    Quote quoteOf(Entry entry) {
        return quoteOf(entry, entry.said().content());
    }

    /** An answer that carries what it answers in a shape of its own. */
    Quote quoteOf(Entry entry, Content shown) {
        return Quote.of(entry.id().early(), authorOf(entry), shown);
    }

    Quote referenceTo(Entry entry) {
        return Quote.reference(entry.id().early(), authorOf(entry));
    }

    /** Marks an earlier message as edited by an event of this scene. */
    void edit(Entry original, Entry event, Content becomes) {
        replace(original, new Said.Change(event.id().early(), event.at(), becomes));
    }

    /** Marks an earlier message as deleted by an event of this scene; its text stays. */
    void delete(Entry original, Entry event) {
        replace(original, new Said.Change(event.id().early(), event.at(), null));
    }

    private void replace(Entry original, Said.Change change) {
        entries.replaceAll(entry -> entry.id().equals(original.id()) ? entry.changed(change) : entry);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    private Entry add(MessageId id, Sender sender, Said said) {
        Entry entry = new Entry(id, clock, chat, sender, said);
        entries.add(entry);
        clock = clock.plus(STEP);
        return entry;
    }

    private MessageId id(boolean outgoing) {
        if (cast.messenger() == Messenger.WHATSAPP) {
            return MessageId.fixed(outgoing ? "3EB05C" + digits(16) : "3A5C" + digits(16));
        }
        Random fixed = new Random(entries.size());
        return outgoing
                ? MessageId.byApi(Messenger.MAX, clock, fixed)
                : MessageId.incoming(Messenger.MAX, clock, fixed);
    }

    private String digits(int length) {
        return String.format("%0" + length + "d", entries.size() + 1);
    }

    private String authorOf(Entry entry) {
        return entry.sender() instanceof Sender.Them them ? them.person().id() : cast.ownId();
    }
}
