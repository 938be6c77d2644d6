package dev.greengraph.simulator.world;

import dev.greengraph.simulator.content.Cards;
import dev.greengraph.simulator.content.Content;
import dev.greengraph.simulator.content.Events;
import dev.greengraph.simulator.content.Media;
import dev.greengraph.simulator.content.MediaFile;
import dev.greengraph.simulator.content.Quote;
import dev.greengraph.simulator.content.Texts;
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
    List<Entry> compose(Line line, Chat chat, Instant at, @Nullable Entry previous) {
        boolean byApi = line.outgoing() && random.nextInt(5) < 3;
        MessageId id = idFor(line.outgoing(), byApi, at);
        Entry entry = new Entry(id, at, chat, senderOf(line, chat, byApi, at), said(line, id, byApi, previous));
        return switch (line.mark()) {
            case "edit" -> changedLater(entry, Texts.plain(line.argument()), line.argument());
            case "delete" -> changedLater(entry, null, "");
            default -> List.of(entry);
        };
    }

    private MessageId idFor(boolean outgoing, boolean byApi, Instant at) {
        if (!outgoing) {
            return MessageId.incoming(cast.messenger(), at, random);
        }
        return byApi ? MessageId.byApi(cast.messenger(), at, random) : MessageId.typed(cast.messenger(), at, random);
    }

    private Sender senderOf(Line line, Chat chat, boolean byApi, Instant at) {
        if (!line.outgoing()) {
            return new Sender.Them(
                    chat.members().get(random.nextInt(chat.members().size())));
        }
        return new Sender.Us(byApi, chat.isGroup() ? Delivery.toGroup(at) : Delivery.toPerson(at, random));
    }

    private Said said(Line line, MessageId id, boolean byApi, @Nullable Entry previous) {
        if (line.mark().equals("re") && previous != null) {
            Quote quote = Quote.of(
                    previous.id().early(), authorOf(previous), previous.said().content());
            return Said.answering(Texts.reply(line.text(), quote), quote);
        }
        if (line.mark().equals("react") && previous != null) {
            return Said.answering(
                    Texts.reaction(line.text()), Quote.reference(previous.id().early(), authorOf(previous)));
        }
        return Said.of(content(line, id.settled(), byApi));
    }

    private String authorOf(Entry entry) {
        return entry.sender() instanceof Sender.Them them ? them.person().id() : cast.ownId();
    }

    private Content content(Line line, String id, boolean byApi) {
        String[] arguments = line.argument().split("\\|", -1);
        return switch (line.mark()) {
            case "image" -> medium(Media.image(stored(id, "jpg"), line.text()));
            case "video" -> medium(Media.video(stored(id, "mp4"), line.text()));
            case "file" -> medium(Media.document(MediaFile.named(cast.mediaHost(), id, line.argument()), line.text()));
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

    private MediaFile stored(String id, String extension) {
        return MediaFile.stored(cast.mediaHost(), id, extension);
    }

    private List<Entry> changedLater(Entry entry, @Nullable Content becomes, String text) {
        Instant at = entry.at().plusSeconds(45);
        boolean byApi = entry.sender() instanceof Sender.Us us && us.byApi();
        MessageId eventId = idFor(entry.isOutgoing(), byApi, at);
        String original = entry.id().early();
        Content event = becomes == null ? Events.deleted(original) : Events.edited(original, text);
        Sender sender = entry.isOutgoing() ? new Sender.Us(byApi, Delivery.stuck(at, "sent")) : entry.sender();
        return List.of(
                entry.changed(new Said.Change(eventId.early(), at, becomes)),
                new Entry(eventId, at, entry.chat(), sender, Said.of(event)));
    }
}
