package dev.greengraph.graphql.message.mapping;

import dev.greengraph.graphql.message.content.UnavailableReason;
import dev.greengraph.graphql.participant.VisibleName;
import dev.greengraph.upstream.row.Location;
import dev.greengraph.upstream.row.Payload;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list of chats would show of a message, and what stands where the upstream has only a placeholder. */
public final class TextMapping {

    /** {@code {{SWE001}}} and the like; the braces have been seen malformed. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{+\\s*SWE(\\d{1,4})\\s*}*");

    private TextMapping() {}

    /** A value that is there, unless it is a placeholder. */
    public static @Nullable String withoutPlaceholder(@Nullable String value) {
        return isPlaceholder(value) ? null : value;
    }

    /** The first character decides for nearly all texts. */
    private static boolean isPlaceholder(@Nullable String value) {
        return value != null
                && value.startsWith("{")
                && PLACEHOLDER.matcher(value).matches();
    }

    /** Why one of these values is a placeholder; null if none is. */
    static @Nullable UnavailableReason unavailable(@Nullable String... values) {
        for (String value : values) {
            if (isPlaceholder(value)) {
                return reason(PLACEHOLDER.matcher(String.valueOf(value)));
            }
        }
        return null;
    }

    private static UnavailableReason reason(Matcher placeholder) {
        return switch (placeholder.matches() ? Integer.parseInt(placeholder.group(1)) : 0) {
            case 1 -> UnavailableReason.NOT_DELIVERED_YET;
            case 2 -> UnavailableReason.FILE_TOO_LARGE;
            case 3 -> UnavailableReason.NOT_DECRYPTED;
            default -> UnavailableReason.OTHER;
        };
    }

    /** Of an advertisement the link stands outside and the advertisement's words inside. */
    static @Nullable String body(Payload payload) {
        Payload.ExtendedText inside = payload.extendedTextMessage();
        return first(inside == null ? null : inside.text(), payload.textMessage());
    }

    /** The text beside a file. */
    static @Nullable String caption(Payload payload) {
        return first(payload.caption(), body(payload));
    }

    static @Nullable String template(Payload.@Nullable Template template) {
        return template == null ? null : first(template.contentText(), template.titleText());
    }

    static @Nullable String menu(Payload.@Nullable ListMenu menu) {
        return menu == null ? null : first(menu.contentText(), menu.title());
    }

    static @Nullable String emoji(Payload payload) {
        Payload.Reaction reaction = payload.extendedTextMessageData();
        Payload.ExtendedText elsewhere = payload.extendedTextMessage();
        return reaction == null ? elsewhere == null ? null : elsewhere.text() : reaction.text();
    }

    static @Nullable String place(@Nullable Location location) {
        return location == null ? null : first(location.nameLocation(), location.address());
    }

    static @Nullable String question(Payload payload) {
        return payload.pollMessageData() == null
                ? null
                : payload.pollMessageData().name();
    }

    static @Nullable String edit(Payload.@Nullable Edited edited) {
        return edited == null ? null : first(edited.textMessage(), edited.caption());
    }

    static @Nullable String invitation(Payload.@Nullable GroupInvite invite) {
        return invite == null ? null : first(invite.caption(), invite.groupName());
    }

    static @Nullable String offer(Payload.@Nullable Buttons buttons) {
        return buttons == null ? null : first(buttons.contentText(), buttons.titleText());
    }

    static @Nullable String names(Payload payload) {
        List<Payload.Contact> cards = payload.contacts() == null
                ? Stream.ofNullable(payload.contact()).toList()
                : payload.contacts().stream().filter(Objects::nonNull).toList();
        String names = cards.stream()
                .map(contact -> VisibleName.of(contact.displayName()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
