package dev.greengraph.graphql.participant;

import dev.greengraph.cache.window.Window;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.QuotedRow;
import dev.greengraph.upstream.row.directory.ContactRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of the people who sent the messages of an answer: of each kind of name the newest that shows something. */
final class PeopleMapping {

    private final Map<String, Names> byId = new HashMap<>();

    /**
     * What somebody is called.
     *
     * @param name by themselves
     * @param contactName in the address book
     */
    record Names(@Nullable String name, @Nullable String contactName) {

        private static final Names NONE = new Names(null, null);

        private static Names of(MessageRow row) {
            return new Names(VisibleName.of(row.senderName()), VisibleName.of(row.senderContactName()));
        }

        /** The same; where a name is missing, that of others. */
        Names or(Names others) {
            return new Names(name == null ? others.name : name, contactName == null ? others.contactName : contactName);
        }

        private boolean areAllThere() {
            return name != null && contactName != null;
        }
    }

    private PeopleMapping(List<MessageRow> newestFirst) {
        for (MessageRow row : newestFirst) {
            String id = row.isOutgoing() ? null : SenderMapping.id(row);
            if (id != null) {
                Names known = byId.getOrDefault(id, Names.NONE);
                if (!known.areAllThere()) {
                    byId.put(id, known.or(Names.of(row)));
                }
            }
        }
    }

    /** The people of a whole answer, found once for all windows that are cut of it. */
    static PeopleMapping of(Window window) {
        return window.once(PeopleMapping.class, PeopleMapping::new);
    }

    /** What somebody is called. */
    Optional<Names> names(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What the address book calls somebody. */
    static Names in(@Nullable ContactRow row) {
        return row == null ? Names.NONE : new Names(VisibleName.of(row.name()), VisibleName.of(row.contactName()));
    }

    /** What somebody is called in one row. */
    static Names in(@Nullable MessageRow row) {
        return row == null ? Names.NONE : Names.of(row);
    }

    /**
     * The account's own id: that of the author whom somebody quotes with a message that the account sent.
     *
     * @param received windows with what others wrote
     * @param sent windows with what the account sent
     */
    static Optional<String> ownId(List<Window> received, List<Window> sent) {
        return received.stream()
                .flatMap(window -> window.rows().stream())
                .flatMap(row -> Stream.ofNullable(row.quotedMessage())
                        .filter(quote -> sent.stream().anyMatch(window -> isQuotedFrom(window, row.chat(), quote))))
                .flatMap(quote -> Stream.ofNullable(quote.participant()))
                .findFirst();
    }

    private static boolean isQuotedFrom(Window sent, String chat, QuotedRow quote) {
        return quote.stanzaId() != null
                && sent.find(chat, quote.stanzaId())
                        .filter(MessageRow::isOutgoing)
                        .isPresent();
    }
}
