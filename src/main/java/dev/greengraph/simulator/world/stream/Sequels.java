package dev.greengraph.simulator.world.stream;

import dev.greengraph.simulator.content.Content;
import dev.greengraph.simulator.content.Events;
import dev.greengraph.simulator.content.Polls;
import dev.greengraph.simulator.content.QuotedContent;
import dev.greengraph.simulator.content.Texts;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Messages to which something happens within two minutes: a text edited twice, one edited and then deleted, a reaction changed and
 * taken back, a poll with a vote that is changed. One of them every ten minutes from the start on.
 */
final class Sequels {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Cast cast;
    private final List<SimulatedChat> chats;
    private final Random random;
    private Instant next;
    private int told;

    Sequels(Cast cast, Instant start, long seed) {
        this.cast = cast;
        this.chats = cast.chats().stream().filter(chat -> chat.weight() > 0).toList();
        this.random = new Random(seed);
        this.next = start.plus(EVERY);
    }

    /** Hands over everything that began up to now and was not handed over before; its sequel lies ahead. */
    void arriveUntil(Instant now, Consumer<Entry> journal) {
        while (!next.isAfter(now)) {
            SimulatedChat chat = chats.get(random.nextInt(chats.size()));
            switch (told++ % 4) {
                case 0 -> editedTwice(chat, next).forEach(journal);
                case 1 -> reactedTo(chat, next).forEach(journal);
                case 2 -> votedIn(chat, next).forEach(journal);
                default -> editedAndDeleted(chat, next).forEach(journal);
            }
            next = next.plus(EVERY);
        }
    }

    private List<Entry> editedTwice(SimulatedChat chat, Instant at) {
        Entry text = received(chat, at, EntryContent.of(Texts.plain("Closing at six today")));
        Entry first = edit(text, at.plusSeconds(30), "Closing at seven today");
        Entry second = edit(text, at.plusSeconds(75), "Closing at eight today");
        return List.of(
                text.changed(change(first, Texts.plain("Closing at seven today")))
                        .changed(change(second, Texts.plain("Closing at eight today"))),
                first,
                second);
    }

    private List<Entry> editedAndDeleted(SimulatedChat chat, Instant at) {
        Entry text = received(chat, at, EntryContent.of(Texts.plain("The cod is 0000")));
        Entry edited = edit(text, at.plusSeconds(20), "The code is 0000");
        Entry deleted = received(
                chat,
                at.plusSeconds(60),
                EntryContent.of(Events.deleted(text.id().early())));
        return List.of(
                text.changed(change(edited, Texts.plain("The code is 0000")))
                        .changed(new EntryContent.Change(deleted.id().early(), deleted.at(), null)),
                edited,
                deleted);
    }

    private List<Entry> reactedTo(SimulatedChat chat, Instant at) {
        Entry news = sent(chat, at, Texts.extended("We are open on Sunday as well"));
        return List.of(
                news,
                reaction(news, at.plusSeconds(20), "👍🏽"),
                reaction(news, at.plusSeconds(45), "❤️"),
                reaction(news, at.plusSeconds(90), ""));
    }

    private List<Entry> votedIn(SimulatedChat chat, Instant at) {
        String question = "Which day for the next firing?";
        Entry poll = sent(chat, at, Polls.question(question, false, List.of("Friday", "Saturday")));
        String id = poll.id().early();
        List<String> voter = List.of(person(chat).id());
        return List.of(
                poll,
                received(
                        chat,
                        at.plusSeconds(25),
                        EntryContent.of(Polls.votes(question, id, false, tally(voter, List.of())))),
                received(
                        chat,
                        at.plusSeconds(70),
                        EntryContent.of(Polls.votes(question, id, false, tally(List.of(), voter)))));
    }

    private static Map<String, List<String>> tally(List<String> friday, List<String> saturday) {
        Map<String, List<String>> votes = new LinkedHashMap<>();
        votes.put("Friday", friday);
        votes.put("Saturday", saturday);
        return votes;
    }

    private Entry edit(Entry text, Instant at, String becomes) {
        return received(text.chat(), at, EntryContent.of(Events.edited(text.id().early(), becomes)));
    }

    private static EntryContent.Change change(Entry event, Content becomes) {
        return new EntryContent.Change(event.id().early(), event.at(), becomes);
    }

    private Entry reaction(Entry to, Instant at, String emoji) {
        QuotedContent reference = QuotedContent.reference(to.id().early(), cast.ownId());
        return received(to.chat(), at, EntryContent.answering(Texts.reaction(emoji), reference));
    }

    private Entry received(SimulatedChat chat, Instant at, EntryContent said) {
        EntryId id = EntryId.incoming(cast.messenger(), at, random);
        return new Entry(id, at, chat, new EntryAuthor.Other(person(chat)), said);
    }

    private Entry sent(SimulatedChat chat, Instant at, Content content) {
        EntryId id = EntryId.byApi(cast.messenger(), at, random);
        Delivery delivery = chat.isGroup() ? Delivery.toGroup(at) : Delivery.toPerson(at, random);
        return new Entry(id, at, chat, new EntryAuthor.Owner(true, delivery), EntryContent.of(content));
    }

    private static SimulatedPerson person(SimulatedChat chat) {
        return chat.members().get(0);
    }
}
