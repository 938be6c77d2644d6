package dev.greengraph.simulator.notification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.world.World;
import dev.greengraph.simulator.world.entry.Entry;
import dev.greengraph.simulator.world.entry.EntryAuthor;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens in one account's world from a moment on, each event once and in the order of time. Not for use by several threads. */
final class News {

    private final World world;
    private final NotificationWriter writer;
    /** What happened before is told. */
    private Instant until;
    /** The names of what happened at that very moment and is told: more may be added to it. */
    private Set<String> toldAtThatMoment = Set.of();

    /** @param from what happened before that moment is not told */
    News(World world, NotificationWriter writer, Instant from) {
        this.world = world;
        this.writer = writer;
        this.until = from;
    }

    private record Event(Instant at, String name, Supplier<ObjectNode> notification) {}

    /** What happened since the last call. */
    List<ObjectNode> next(Instant now) {
        if (now.isBefore(until)) {
            return List.of();
        }
        List<Event> events = world.seen(now)
                .flatMap(this::events)
                .filter(event -> !event.at().isBefore(until) && !event.at().isAfter(now))
                .filter(event -> !event.at().equals(until) || !toldAtThatMoment.contains(event.name()))
                .sorted(Comparator.comparing(Event::at))
                .toList();
        Set<String> atNow = events.stream()
                .filter(event -> event.at().equals(now))
                .map(Event::name)
                .collect(Collectors.toCollection(HashSet::new));
        if (now.equals(until)) {
            atNow.addAll(toldAtThatMoment);
        }
        toldAtThatMoment = atNow;
        until = now;
        return events.stream().map(event -> event.notification().get()).toList();
    }

    /** A message, and each step of its delivery but the first, with which it is told. */
    private Stream<Event> events(Entry entry) {
        String id = entry.id().early() + " " + entry.chat().id();
        Stream<Event> message = Stream.of(new Event(entry.at(), id, () -> writer.message(entry)));
        return entry.sender() instanceof EntryAuthor.Owner owner
                ? Stream.concat(
                        message,
                        owner.delivery().steps().stream()
                                .filter(step -> step.since().isAfter(entry.at()))
                                .map(step -> new Event(
                                        step.since(),
                                        id + " " + step.state(),
                                        () -> writer.delivery(entry, owner, step))))
                : message;
    }
}
