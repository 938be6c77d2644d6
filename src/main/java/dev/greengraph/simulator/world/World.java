package dev.greengraph.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.content.Texts;
import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.simulator.world.cast.SimulatedPerson;
import dev.greengraph.simulator.world.entry.Delivery;
import dev.greengraph.simulator.world.entry.Entry;
import dev.greengraph.simulator.world.entry.EntryAuthor;
import dev.greengraph.simulator.world.entry.EntryContent;
import dev.greengraph.simulator.world.entry.EntryId;
import dev.greengraph.simulator.world.entry.EntryWriter;
import dev.greengraph.simulator.world.entry.IrregularRow;
import dev.greengraph.simulator.world.stream.Arrivals;
import dev.greengraph.simulator.world.stream.Stories;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything one simulated account has seen, at any moment at or after its start.
 *
 * <p>The answers are a function of seed, start and the moment asked for: what has been said stays, new messages appear
 * as the moment moves on, outgoing ones advance to read. Not for use by several threads.
 */
public final class World {

    private static final int MOST_ADDED = 10_000;
    private static final Duration MAX_DEPTH = Duration.ofDays(90);

    private final Cast cast;
    private final Arrivals arrivals;
    private final Stories stories;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> byChat = new HashMap<>();
    private final List<IrregularRow> looseRows;

    /** Far from the seeds that people choose, so that no id is made twice. */
    private final Random addedIds = new Random(0x6164646564L);

    private int added;

    World(Cast cast, Arrivals arrivals, Stories stories, List<Entry> past, List<IrregularRow> looseRows) {
        this.cast = cast;
        this.arrivals = arrivals;
        this.stories = stories;
        this.looseRows = List.copyOf(looseRows);
        cast.chats().forEach(chat -> byChat.put(chat.id(), new ArrayList<>()));
        past.forEach(this::add);
    }

    /**
     * Adds a text that comes in at a moment.
     *
     * @return the message as the upstream shows it
     */
    public ObjectNode addIncoming(String chatId, String text, Instant now) {
        SimulatedChat chat = chat(chatId);
        EntryId id = EntryId.incoming(cast.messenger(), now, addedIds);
        EntryAuthor author = new EntryAuthor.Other(chat.members().get(0));
        return addByControl(new Entry(id, now, chat, author, EntryContent.of(Texts.plain(text))));
    }

    /**
     * Adds a text that the account sends through the API at a moment; it is delivered as other messages are.
     *
     * @return the message as the upstream shows it
     */
    public ObjectNode addOutgoing(String chatId, String text, Instant now) {
        SimulatedChat chat = chat(chatId);
        EntryId id = EntryId.byApi(cast.messenger(), now, addedIds);
        Delivery delivery = chat.isGroup() ? Delivery.toGroup(now) : Delivery.toPerson(now, addedIds);
        EntryAuthor author = new EntryAuthor.Owner(true, delivery);
        return addByControl(new Entry(id, now, chat, author, EntryContent.of(Texts.extended(text))));
    }

    private ObjectNode addByControl(Entry entry) {
        if (added == MOST_ADDED) {
            throw new IllegalArgumentException("messages: must be at most " + MOST_ADDED + " an account");
        }
        added++;
        add(entry);
        return EntryWriter.write(entry, entry.at());
    }

    /** A known chat, or a new one with one member. */
    private SimulatedChat chat(String id) {
        if (!SimulatedChat.isId(cast.messenger(), id)) {
            throw new IllegalArgumentException("chatId: must be the id of a chat on " + cast.messenger());
        }
        return cast.chats().stream()
                .filter(chat -> chat.id().equals(id))
                .findFirst()
                .orElseGet(() -> {
                    SimulatedChat chat = new SimulatedChat(id, List.of(new SimulatedPerson(id, "", "")), 0);
                    return chat.isGroup()
                            ? new SimulatedChat(id, cast.chats().get(0).members(), 0)
                            : chat;
                });
    }

    /**
     * Puts an outgoing message into a state, from a moment on.
     *
     * @return the message as the upstream shows it
     */
    public ObjectNode changeDelivery(String idMessage, String state, Instant now) {
        Entry entry = upTo(now, entries)
                .filter(each -> each.id().is(idMessage) && each.isOutgoing())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("idMessage: must be the id of an outgoing message"));
        Entry changed = entry.sender() instanceof EntryAuthor.Owner owner
                ? entry.delivered(owner, owner.delivery().changed(now, state))
                : entry;
        entries.replaceAll(each -> each.id().equals(entry.id()) ? changed : each);
        Objects.requireNonNull(byChat.get(entry.chat().id()))
                .replaceAll(each -> each.id().equals(entry.id()) ? changed : each);
        return EntryWriter.write(changed, now);
    }

    private void add(Entry entry) {
        entries.add(entry);
        byChat.computeIfAbsent(entry.chat().id(), id -> new ArrayList<>()).add(entry);
    }

    /** What went through the API and has not been sent yet, oldest first. */
    public List<ObjectNode> pending(Instant now) {
        return upTo(now, entries)
                .filter(entry -> entry.sender() instanceof EntryAuthor.Owner owner
                        && owner.byApi()
                        && owner.delivery().at(now).state().equals("pending"))
                .sorted(Comparator.comparing(Entry::at))
                .map(entry -> EntryWriter.write(entry, now))
                .toList();
    }

    /** Who and what the world is made of. */
    public Cast cast() {
        return cast;
    }

    /** All chats, those that the control added included. */
    public Collection<SimulatedChat> chats() {
        Map<String, SimulatedChat> chats = new LinkedHashMap<>();
        cast.chats().forEach(chat -> chats.put(chat.id(), chat));
        entries.forEach(entry -> chats.putIfAbsent(entry.chat().id(), entry.chat()));
        return chats.values();
    }

    /** Whether the account has a chat of this id. */
    public boolean knows(String chatId) {
        return byChat.containsKey(chatId);
    }

    /** The newest messages of a chat, newest first, at most {@code count}; none for an unknown chat. */
    public List<ObjectNode> history(String chatId, int count, Instant now) {
        Stream<Row> messages = upTo(now, byChat.getOrDefault(chatId, List.of()))
                .filter(entry -> isRemembered(entry, now))
                .map(entry -> new Row(entry.at(), () -> EntryWriter.write(entry, now)));
        return Row.newestFirst(Stream.concat(messages, loose(chatId, now)), Math.min(count, cap(Integer.MAX_VALUE)));
    }

    /** One message of a chat. */
    public Optional<ObjectNode> message(String chatId, String idMessage, Instant now) {
        return upTo(now, byChat.getOrDefault(chatId, List.of()))
                .filter(entry -> entry.id().is(idMessage))
                .findFirst()
                .map(entry -> EntryWriter.write(entry, now));
    }

    /** What came in during the last minutes in all chats, oldest first as the vendor's own sample has it. */
    public List<ObjectNode> incoming(Duration window, Instant now) {
        Stream<Row> rows = journal(false, Entry::at, EntryWriter::write, now);
        return Row.oldestFirst(within(window, now, Stream.concat(rows, loose(IrregularRow.INCOMING, now))));
    }

    /** What went out during the last minutes in all chats; by the last thing that happened to it, newest first. */
    public List<ObjectNode> outgoing(Duration window, Instant now) {
        Stream<Row> rows = journal(true, entry -> entry.lastActionAt(now), EntryWriter::writeLastAction, now);
        return Row.newestFirst(
                within(window, now, Stream.concat(rows, loose(IrregularRow.OUTGOING, now))), cap(10_000));
    }

    /** The stories of people in the address book, newest first; none on MAX. */
    public List<ObjectNode> statuses(Duration window, Instant now) {
        Stream<Row> rows =
                upTo(now, stories.until(now)).map(entry -> new Row(entry.at(), () -> Stories.write(entry, now)));
        return Row.newestFirst(within(window, now, rows), Integer.MAX_VALUE);
    }

    private Stream<Row> journal(
            boolean outgoing, Function<Entry, Instant> at, BiFunction<Entry, Instant, ObjectNode> writer, Instant now) {
        return upTo(now, entries)
                .filter(entry -> entry.isOutgoing() == outgoing && isRemembered(entry, now))
                .map(entry -> new Row(at.apply(entry), () -> writer.apply(entry, now)));
    }

    /** All that was said up to a moment, in no order. */
    public Stream<Entry> seen(Instant now) {
        return upTo(now, entries);
    }

    /** Asking for a list lets the world catch up first; entries that lie ahead of now stay hidden. */
    private Stream<Entry> upTo(Instant now, List<Entry> list) {
        arrivals.arriveUntil(now, this::add);
        return list.stream().filter(entry -> !entry.at().isAfter(now));
    }

    private Stream<Row> loose(String place, Instant now) {
        return looseRows.stream()
                .filter(row -> row.place().equals(place) && !row.at().isAfter(now))
                .map(row -> new Row(row.at(), row::write));
    }

    private static Stream<Row> within(Duration window, Instant now, Stream<Row> rows) {
        return rows.filter(row -> !row.at().isBefore(now.minus(window)));
    }

    private boolean isRemembered(Entry entry, Instant now) {
        return cast.messenger() != Messenger.MAX || !entry.at().isBefore(now.minus(MAX_DEPTH));
    }

    private int cap(int onWhatsApp) {
        return cast.messenger() == Messenger.MAX ? 5000 : onWhatsApp;
    }
}
