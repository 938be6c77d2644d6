package dev.greengraph.simulator.world.scene;

import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.content.Content;
import dev.greengraph.simulator.content.QuotedContent;
import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.simulator.world.cast.SimulatedPerson;
import dev.greengraph.simulator.world.entry.Delivery;
import dev.greengraph.simulator.world.entry.Entry;
import dev.greengraph.simulator.world.entry.EntryAuthor;
import dev.greengraph.simulator.world.entry.EntryContent;
import dev.greengraph.simulator.world.entry.EntryId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a fixed sequence of messages of a chat, 90 seconds apart, with predictable ids. */
final class Scene {

    private static final Duration STEP = Duration.ofSeconds(90);

    private final Cast cast;
    private final SimulatedChat chat;
    private final List<Entry> entries = new ArrayList<>();
    private Instant clock;

    Scene(Cast cast, SimulatedChat chat, Instant begins) {
        this.cast = cast;
        this.chat = chat;
        this.clock = begins;
    }

    Entry incoming(SimulatedPerson person, Content content) {
        return incoming(person, EntryContent.of(content));
    }

    Entry incoming(SimulatedPerson person, EntryContent said) {
        return add(id(false), new EntryAuthor.Other(person), said);
    }

    Entry outgoing(Content content) {
        return outgoing("delivered", EntryContent.of(content));
    }

    /** A message sent by the account through the API, with a fixed delivery state. */
    Entry outgoing(String state, EntryContent said) {
        return add(id(true), new EntryAuthor.Owner(true, Delivery.stuck(clock, state)), said);
    }

    /** A message typed on the account's phone. */
    Entry typed(String state, Content content) {
        return add(
                EntryId.fixed("BAE55C" + digits(10)),
                new EntryAuthor.Owner(false, Delivery.stuck(clock, state)),
                EntryContent.of(content));
    }

    /** A reply with its quote. */
    QuotedContent quoteOf(Entry entry) {
        return quoteOf(entry, entry.said().content());
    }

    /** A reply with a quote of another shape. */
    QuotedContent quoteOf(Entry entry, Content shown) {
        return QuotedContent.of(entry.id().early(), authorOf(entry), shown);
    }

    QuotedContent referenceTo(Entry entry) {
        return QuotedContent.reference(entry.id().early(), authorOf(entry));
    }

    /** Marks an earlier message as edited by an event of this scene. */
    void edit(Entry original, Entry event, Content becomes) {
        replace(original, new EntryContent.Change(event.id().early(), event.at(), becomes));
    }

    /** Marks an earlier message as deleted by an event of this scene; its text stays. */
    void delete(Entry original, Entry event) {
        replace(original, new EntryContent.Change(event.id().early(), event.at(), null));
    }

    private void replace(Entry original, EntryContent.Change change) {
        entries.replaceAll(entry -> entry.id().equals(original.id()) ? entry.changed(change) : entry);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    private Entry add(EntryId id, EntryAuthor sender, EntryContent said) {
        Entry entry = new Entry(id, clock, chat, sender, said);
        entries.add(entry);
        clock = clock.plus(STEP);
        return entry;
    }

    private EntryId id(boolean outgoing) {
        if (cast.messenger() == Messenger.WHATSAPP) {
            return EntryId.fixed(outgoing ? "3EB05C" + digits(16) : "3A5C" + digits(16));
        }
        Random fixed = new Random(entries.size());
        return outgoing ? EntryId.byApi(Messenger.MAX, clock, fixed) : EntryId.incoming(Messenger.MAX, clock, fixed);
    }

    private String digits(int length) {
        return String.format("%0" + length + "d", entries.size() + 1);
    }

    private String authorOf(Entry entry) {
        return entry.sender() instanceof EntryAuthor.Other other
                ? other.person().id()
                : cast.ownId();
    }
}
