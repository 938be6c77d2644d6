package dev.greengraph.simulator.world.stream;

import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.content.Cards;
import dev.greengraph.simulator.content.Content;
import dev.greengraph.simulator.content.Events;
import dev.greengraph.simulator.content.Media;
import dev.greengraph.simulator.content.QuotedContent;
import dev.greengraph.simulator.content.StoredFile;
import dev.greengraph.simulator.content.Texts;
import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.Line;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.simulator.world.entry.Delivery;
import dev.greengraph.simulator.world.entry.Entry;
import dev.greengraph.simulator.world.entry.EntryAuthor;
import dev.greengraph.simulator.world.entry.EntryContent;
import dev.greengraph.simulator.world.entry.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Turns a line of a conversation into the entry it leaves in a journal.
 *
 * <p>Marks: {@code image}, {@code video}, {@code file NAME}, {@code voice}, {@code sticker}, {@code place
 * NAME|ADDRESS|LATITUDE|LONGITUDE}, {@code person NAME|PHONE}, {@code link TITLE|DESCRIPTION}, {@code re} (answers the
 * line before), {@code react} (reacts to it), {@code edit NEW TEXT}, {@code delete}.
 */
final class Composer {

    private final Cast cast;
    private final Random random;

    Composer(Cast cast, Random random) {
        this.cast = cast;
        this.random = random;
    }

    /**
     * The entries of one line: one, or two when the message is edited or deleted 45 seconds later.
     *
     * @param previous what was said before in this chat; null at its beginning
     */
    List<Entry> compose(Line line, SimulatedChat chat, Instant at, @Nullable Entry previous) {
        boolean byApi = line.outgoing() && random.nextInt(5) < 3;
        EntryId id = idFor(line.outgoing(), byApi, at);
        Entry entry = new Entry(id, at, chat, senderOf(line, chat, byApi, at), said(line, id, byApi, previous));
        return switch (line.mark()) {
            case "edit" -> changedLater(entry, Texts.plain(line.argument()), line.argument());
            case "delete" -> changedLater(entry, null, "");
            default -> List.of(entry);
        };
    }

    private EntryId idFor(boolean outgoing, boolean byApi, Instant at) {
        if (!outgoing) {
            return EntryId.incoming(cast.messenger(), at, random);
        }
        return byApi ? EntryId.byApi(cast.messenger(), at, random) : EntryId.typed(cast.messenger(), at, random);
    }

    private EntryAuthor senderOf(Line line, SimulatedChat chat, boolean byApi, Instant at) {
        if (!line.outgoing()) {
            return new EntryAuthor.Other(
                    chat.members().get(random.nextInt(chat.members().size())));
        }
        return new EntryAuthor.Owner(byApi, chat.isGroup() ? Delivery.toGroup(at) : Delivery.toPerson(at, random));
    }

    private EntryContent said(Line line, EntryId id, boolean byApi, @Nullable Entry previous) {
        if (line.mark().equals("re") && previous != null) {
            QuotedContent quote = QuotedContent.of(
                    previous.id().early(), authorOf(previous), previous.said().content());
            return EntryContent.answering(Texts.reply(line.text(), quote), quote);
        }
        if (line.mark().equals("react") && previous != null) {
            return EntryContent.answering(
                    Texts.reaction(line.text()),
                    QuotedContent.reference(previous.id().early(), authorOf(previous)));
        }
        return EntryContent.of(content(line, id.settled(), byApi));
    }

    private String authorOf(Entry entry) {
        return entry.sender() instanceof EntryAuthor.Other other
                ? other.person().id()
                : cast.ownId();
    }

    private Content content(Line line, String id, boolean byApi) {
        String[] arguments = line.argument().split("\\|", -1);
        return switch (line.mark()) {
            case "image" -> medium(Media.image(stored(id, "jpg"), line.text()));
            case "video" -> medium(Media.video(stored(id, "mp4"), line.text()));
            case "file" -> medium(Media.document(StoredFile.named(cast.mediaHost(), id, line.argument()), line.text()));
            case "voice" -> medium(Media.audio(stored(id, "oga")));
            case "sticker" -> medium(Media.sticker(stored(id, "webp"), Media.Look.STILL));
            case "place" ->
                Cards.location(
                        arguments[0], arguments[1], Double.parseDouble(arguments[2]), Double.parseDouble(arguments[3]));
            case "person" -> Cards.contact(arguments[0], arguments[1]);
            case "link" -> Texts.preview(line.text(), arguments[0], arguments[1]);
            default -> byApi ? Texts.extended(line.text()) : Texts.plain(line.text());
        };
    }

    private Content medium(Media media) {
        return cast.messenger() == Messenger.MAX ? media.onMax().content() : media.content();
    }

    private StoredFile stored(String id, String extension) {
        return StoredFile.stored(cast.mediaHost(), id, extension);
    }

    private List<Entry> changedLater(Entry entry, @Nullable Content becomes, String text) {
        Instant at = entry.at().plusSeconds(45);
        boolean byApi = entry.sender() instanceof EntryAuthor.Owner owner && owner.byApi();
        EntryId eventId = idFor(entry.isOutgoing(), byApi, at);
        String original = entry.id().early();
        Content event = becomes == null ? Events.deleted(original) : Events.edited(original, text);
        EntryAuthor sender =
                entry.isOutgoing() ? new EntryAuthor.Owner(byApi, Delivery.stuck(at, "sent")) : entry.sender();
        return List.of(
                entry.changed(new EntryContent.Change(eventId.early(), at, becomes)),
                new Entry(eventId, at, entry.chat(), sender, EntryContent.of(event)));
    }
}
