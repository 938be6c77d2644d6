package dev.greengraph.graphql.message.mapping;

import dev.greengraph.graphql.message.content.Advertisement;
import dev.greengraph.graphql.message.content.Button;
import dev.greengraph.graphql.message.content.LinkPreview;
import dev.greengraph.graphql.message.content.ListRow;
import dev.greengraph.graphql.message.content.ListSection;
import dev.greengraph.graphql.message.content.MediaFile;
import dev.greengraph.graphql.message.content.PollVote;
import dev.greengraph.graphql.paging.LazyList;
import dev.greengraph.graphql.participant.Contact;
import dev.greengraph.upstream.row.EpochSeconds;
import dev.greengraph.upstream.row.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of messages: files, polls, buttons, menus, choices. */
final class ContentMapping {

    private static final LinkPreview NO_PREVIEW = new LinkPreview(null, null, null);
    private static final Advertisement NO_ADVERTISEMENT = new Advertisement(null, null, null, null, null);
    private static final long LAST_SECOND = 253_402_300_799L;

    private ContentMapping() {}

    static MediaFile file(Payload payload) {
        return new MediaFile(
                TextMapping.withoutPlaceholder(payload.downloadUrl()),
                payload.caption(),
                payload.fileName(),
                payload.mimeType(),
                payload.jpegThumbnail(),
                payload.isAnimated());
    }

    static @Nullable LinkPreview linkPreview(Payload.@Nullable ExtendedText text) {
        if (text == null) {
            return null;
        }
        LinkPreview preview = new LinkPreview(text.title(), text.description(), text.jpegThumbnail());
        return preview.equals(NO_PREVIEW) ? null : preview;
    }

    static @Nullable Advertisement advertisement(Payload payload) {
        Payload.ExtendedText text = payload.extendedTextMessage();
        if (text == null) {
            return null;
        }
        Advertisement advertisement = new Advertisement(
                text.mediaType(), text.sourceId(), text.sourceType(), text.sourceUrl(), text.thumbnailUrl());
        return advertisement.equals(NO_ADVERTISEMENT) ? null : withLink(advertisement, payload);
    }

    /** Of an advertisement the link may stand only where other messages have their text. */
    private static Advertisement withLink(Advertisement it, Payload payload) {
        boolean isLink = payload.textMessage() != null && payload.textMessage().matches("https?://\\S+");
        return it.sourceUrl() != null || !isLink
                ? it
                : new Advertisement(
                        it.mediaType(), it.sourceId(), it.sourceType(), payload.textMessage(), it.thumbnailUrl());
    }

    static List<String> options(Payload.Poll poll) {
        return present(poll.options())
                .map(Payload.Option::optionName)
                .filter(Objects::nonNull)
                .toList();
    }

    static List<PollVote> votes(Function<String, Contact> person, Payload.Poll poll) {
        return present(poll.votes())
                .filter(vote -> vote.optionName() != null)
                .map(vote -> {
                    List<String> voters = present(vote.optionVoters()).toList();
                    List<Contact> people = LazyList.of(voters.size(), i -> person.apply(voters.get(i)));
                    return new PollVote(vote.optionName(), people, voters.size());
                })
                .toList();
    }

    static @Nullable Instant instant(@Nullable EpochSeconds seconds) {
        Long value = seconds == null ? null : seconds.value();
        return value == null || value < 0 || value > LAST_SECOND ? null : Instant.ofEpochSecond(value);
    }

    static List<Button> buttons(@Nullable List<Payload.Button> buttons) {
        return present(buttons)
                .map(button -> new Button(
                        button.buttonId(),
                        button.buttonText(),
                        button.type(),
                        button.url(),
                        button.phoneNumber(),
                        button.copyCode()))
                .toList();
    }

    static List<Button> templateButtons(@Nullable List<Payload.TemplateButton> buttons) {
        return present(buttons).flatMap(ContentMapping::templateButton).toList();
    }

    private static Stream<Button> templateButton(Payload.TemplateButton button) {
        return Stream.of(
                        target(button.urlButton(), "url"),
                        target(button.callButton(), "call"),
                        target(button.quickReplyButton(), "reply"))
                .flatMap(Stream::ofNullable);
    }

    private static @Nullable Button target(Payload.@Nullable Target target, String kind) {
        return target == null
                ? null
                : new Button(target.id(), target.displayText(), kind, target.url(), target.phoneNumber(), null);
    }

    static List<ListSection> sections(@Nullable List<Payload.Section> sections) {
        return present(sections)
                .map(section -> new ListSection(
                        section.title(),
                        present(section.rows())
                                .map(row -> new ListRow(row.rowId(), row.title(), row.description()))
                                .toList()))
                .toList();
    }

    static @Nullable String selectedId(Payload.Selection selection) {
        String id = Stream.of(selection.selectedId(), selection.selectedButtonId(), selection.buttonId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(
                        selection.singleSelectReply() == null
                                ? null
                                : selection.singleSelectReply().rowId());
        return id == null && selection.reply() != null ? selectedId(selection.reply()) : id;
    }

    static @Nullable String selectedText(Payload.@Nullable Selection selection) {
        if (selection == null) {
            return null;
        }
        String text = Stream.of(
                        selection.selectedDisplayText(),
                        selection.selectedButtonText(),
                        selection.buttonText(),
                        selection.title())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return text == null ? selectedText(selection.reply()) : text;
    }

    private static <T> Stream<T> present(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }
}
