package dev.greengraph.graphql.message.mapping;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import dev.greengraph.graphql.message.content.ContactCard;
import dev.greengraph.graphql.participant.VisibleName;
import dev.greengraph.upstream.row.Payload;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Contact cards: vCard 2.1 to 4.0. The syntax (folded lines, quoted parameters, groups, quoted-printable) is read by
 * vinnie, the parser of ez-vcard.
 */
final class CardMapping {

    /** A card with a picture has some 100 kB. */
    private static final int MAX_CHARS = 512 * 1024;

    private static final int MAX_NUMBERS = 100;

    private CardMapping() {}

    static List<ContactCard> of(List<Payload.Contact> contacts) {
        return contacts.stream().filter(Objects::nonNull).map(CardMapping::of).toList();
    }

    static ContactCard of(Payload.Contact contact) {
        String vcard = contact.vcard() == null ? "" : contact.vcard();
        Lines lines = read(vcard);
        String shown = VisibleName.of(contact.displayName());
        String name = shown == null ? VisibleName.of(lines.name) : shown;
        return new ContactCard(name == null ? "" : name, vcard, List.copyOf(lines.numbers));
    }

    private static Lines read(String vcard) {
        Lines lines = new Lines();
        String bounded = vcard.substring(0, Math.min(vcard.length(), MAX_CHARS));
        // A card without its frame is read all the same.
        String framed = bounded.stripLeading().toUpperCase(Locale.ROOT).startsWith("BEGIN:")
                ? bounded.stripLeading()
                : "BEGIN:VCARD\nVERSION:3.0\n" + bounded;
        try (VObjectReader reader = new VObjectReader(new StringReader(framed), SyntaxRules.vcard())) {
            reader.parse(lines);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines;
    }

    /** What is needed of a card's lines. */
    private static final class Lines extends VObjectDataAdapter {

        private final Set<String> numbers = new LinkedHashSet<>();
        private @Nullable String name;

        @Override
        public void onProperty(VObjectProperty line, Context context) {
            // A card inside a card is somebody else's.
            if (context.getParentComponents().size() > 1) {
                return;
            }
            if ("FN".equalsIgnoreCase(line.getName()) && name == null) {
                name = VObjectPropertyValues.unescape(line.getValue());
            }
            if ("TEL".equalsIgnoreCase(line.getName())) {
                String number = number(line);
                if (!number.isEmpty() && numbers.size() < MAX_NUMBERS) {
                    numbers.add(number);
                }
            }
        }

        /** The number that is shown; where a card has only the messenger's, that one. */
        private static String number(VObjectProperty line) {
            String value = line.getValue().strip();
            String shown = value.regionMatches(true, 0, "tel:", 0, 4)
                    ? ofUri(value)
                    : VObjectPropertyValues.unescape(value).strip();
            String waid = line.getParameters().first("WAID");
            boolean hasOwn = shown.isEmpty() && waid != null && waid.matches("[0-9]{1,20}");
            return hasOwn ? "+" + waid : shown;
        }

        /** RFC 3966: the number, then parameters such as an extension. */
        private static String ofUri(String uri) {
            String number = uri.substring(4).split(";", 2)[0];
            try {
                return URI.create("tel:" + number).getSchemeSpecificPart().strip();
            } catch (IllegalArgumentException malformed) {
                return number.strip();
            }
        }
    }
}
