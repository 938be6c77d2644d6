package dev.greengraph.simulator.world.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.content.Content;
import dev.greengraph.simulator.content.Events;
import dev.greengraph.simulator.content.Media;
import dev.greengraph.simulator.content.StoredFile;
import dev.greengraph.simulator.content.Texts;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.simulator.world.cast.SimulatedPerson;
import dev.greengraph.simulator.world.entry.Entry;
import dev.greengraph.simulator.world.entry.EntryAuthor;
import dev.greengraph.simulator.world.entry.EntryContent;
import dev.greengraph.simulator.world.entry.EntryId;
import dev.greengraph.simulator.world.entry.EntryWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The stories (statuses) of contacts: every kind within the last hours before the start, and a new one every ten to
 * twenty minutes.
 */
public final class Stories {

    private static final Duration PAST = Duration.ofDays(30);

    private final List<SimulatedPerson> people;
    private final String mediaUrl;
    private final Instant start;
    private final Random random;
    private final List<Entry> entries = new ArrayList<>();
    private Instant next;

    /** @param people whose stories they are; nobody means no stories, as on MAX */
    public Stories(List<SimulatedPerson> people, String mediaUrl, Instant start, long seed) {
        this.mediaUrl = mediaUrl + "/statuses";
        this.people = List.copyOf(people);
        this.start = start;
        this.random = new Random(seed);
        this.next = start.minus(PAST);
        if (!people.isEmpty()) {
            addEveryKind();
        }
    }

    /** Everything told up to now, in no order. */
    public List<Entry> until(Instant now) {
        while (!people.isEmpty() && !next.isAfter(now)) {
            int number = random.nextInt(1000);
            add(people.get(random.nextInt(people.size())), next, storyOf(number % 6, number));
            next = next.plusSeconds(next.isBefore(start) ? 7200 + random.nextInt(14_400) : 600 + random.nextInt(600));
        }
        return entries;
    }

    /** As the upstream writes a story; who is not in the address book has no key for it. */
    public static ObjectNode write(Entry entry, Instant now) {
        ObjectNode node = EntryWriter.write(entry, now);
        if (node.path("senderContactName").asText().isEmpty()) {
            node.remove("senderContactName");
        }
        return node;
    }

    private void addEveryKind() {
        for (int kind = 0; kind <= 7; kind++) {
            add(people.get(kind % people.size()), start.minusSeconds(1200L * (kind + 1)), storyOf(kind, kind));
        }
    }

    private void add(SimulatedPerson person, Instant at, Content content) {
        String id = String.format("1E%030X", entries.size() + 1);
        SimulatedChat own = SimulatedChat.with(person, 0);
        entries.add(new Entry(EntryId.fixed(id), at, own, new EntryAuthor.Other(person), EntryContent.of(content)));
    }

    private Content storyOf(int kind, int number) {
        String id = "story" + number;
        return switch (kind) {
            case 0 -> Texts.story("Kiln day! Opening it tonight 🔥", "#228B22", "SANS_SERIF");
            case 1 -> Texts.story("Снова на связи, всем доброе утро", "#FFFFFF", "SERIF");
            case 2 ->
                Media.image(StoredFile.stored(mediaUrl, id, "jpg"), "Sunrise over the market")
                        .story();
            case 3 -> Media.image(StoredFile.stored(mediaUrl, id, "png"), "").story();
            case 4 ->
                Media.video(StoredFile.stored(mediaUrl, id, "mp4"), "Как мы пакуем заказы")
                        .story();
            case 5 -> Media.audio(StoredFile.stored(mediaUrl, id, "oga")).story();
            case 6 -> Events.deleted("1E000000000000000000000000000099");
            default -> Texts.story("An exotic style", "228b22", "FONT_NOT_IN_THE_DOCS");
        };
    }
}
